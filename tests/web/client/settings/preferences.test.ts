import test from 'ava'
import { Preferences } from '../../../../src/web/api.ts'
import { openPreferences } from '../../../../src/web/client/settings/preferences.ts'
import { Unreachable } from '../../../../src/web/client/refused.ts'
import { ana, ben } from '../../../examples.ts'

/** A server that keeps what it is given, and the storage of one browser. */
function scene(chosen: object = {}) {
  const at = { kept: Preferences.parse(chosen), isLost: false }
  const answer = <T>(value: T) => (at.isLost ? Promise.reject(new Unreachable('gone')) : Promise.resolve(value))
  const server = {
    preferences: () => answer(at.kept),
    keepPreferences: (_id: unknown, body: object) => answer((at.kept = at.isLost ? at.kept : Preferences.parse(body))),
  }
  const stored = new Map<string, string>()
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => void stored.set(key, text),
  }
  return { at, stored, page: () => openPreferences({ server, storage }) }
}

test('before anything is known the defaults hold', (t) => {
  const page = scene({ theme: 'dark' }).page()
  t.is(page.known.value, undefined)
  t.is(page.now.value.theme, 'system')
})

test('the next visit begins with what was last known, before the server has said anything', async (t) => {
  const { at, page } = scene({ theme: 'dark' })
  await page().open(ana)
  at.isLost = true
  const next = page()
  const opening = next.open(ana)
  t.is(next.now.value.theme, 'dark')
  await t.throwsAsync(opening)
  t.is(next.now.value.theme, 'dark')
})

test('what one person chose is not for the next', async (t) => {
  const { page } = scene({ theme: 'dark' })
  const both = page()
  await both.open(ana)
  const opening = both.open(ben)
  t.is(both.known.value, undefined)
  await opening
})

test('what an older page left and no longer fits is not believed', async (t) => {
  for (const left of ['no JSON', '{"theme":"pink"}']) {
    const { stored, page } = scene({ locale: 'de' })
    stored.set(`preferences ${ana}`, left)
    const now = page()
    const opening = now.open(ana)
    t.is(now.known.value, undefined)
    await opening
    t.is(now.now.value.locale, 'de')
  }
})

test('a change counts at once and leaves the rest as the server has it', async (t) => {
  const { at, page } = scene()
  const now = page()
  await now.open(ana)
  at.kept = Preferences.parse({ locale: 'de' })
  const saving = now.save({ theme: 'light' })
  t.is(now.now.value.theme, 'light')
  await saving
  t.deepEqual(at.kept, Preferences.parse({ locale: 'de', theme: 'light' }))
  t.is(now.now.value.locale, 'de')
})

test('of several changes at once none is lost, and none is taken back while it is on its way', async (t) => {
  const { at, page } = scene()
  const now = page()
  await now.open(ana)
  const seen: (string | null)[] = []
  now.now.subscribe(({ locale }) => seen.push(locale))
  await Promise.all([now.save({ theme: 'dark' }), now.save({ locale: 'fr' })])
  t.deepEqual(at.kept, Preferences.parse({ theme: 'dark', locale: 'fr' }))
  t.deepEqual(now.now.value, at.kept)
  t.is(seen.lastIndexOf(null), seen.indexOf('fr') - 1)
})

test('a change that the server does not take is taken back', async (t) => {
  const { at, page } = scene({ theme: 'dark' })
  const now = page()
  await now.open(ana)
  at.isLost = true
  await t.throwsAsync(now.save({ theme: 'light' }), { instanceOf: Unreachable })
  t.is(now.now.value.theme, 'dark')
})

test('nobody signed in, nothing to save', async (t) => {
  const { at, page } = scene()
  await page().save({ theme: 'dark' })
  t.is(at.kept.theme, 'system')
})

test('a change that was on its way when the page was left is sent when it is back', async (t) => {
  const { at, page } = scene()
  const left = page()
  await left.open(ana)
  at.isLost = true
  const sending = left.save({ theme: 'dark' })
  at.isLost = false
  const next = page()
  const opening = next.open(ana)
  t.is(next.now.value.theme, 'dark')
  await opening
  t.deepEqual(at.kept, Preferences.parse({ theme: 'dark' }))
  await sending
  at.kept = Preferences.parse({ theme: 'light' })
  const last = page()
  await last.open(ana)
  t.is(last.now.value.theme, 'light')
})
