import { Unready } from '../setup/say.js'

const UNRELEASED = '## Unreleased\n'
const STEPS = ['major', 'minor', 'patch']

/** The version that follows `current` by a step, or is named. */
export function nextVersion(current, wanted) {
  const parts = current.split('.').map(Number)
  const step = STEPS.indexOf(wanted)
  if (step >= 0) return parts.map((part, at) => (at < step ? part : at === step ? part + 1 : 0)).join('.')
  if (!/^\d+\.\d+\.\d+$/.test(wanted ?? '')) throw new Unready('Usage: npm run release -- patch|minor|major|<version>')
  const named = wanted.split('.').map(Number)
  const at = named.findIndex((part, index) => part !== parts[index])
  if (at < 0 || named[at] < parts[at]) throw new Unready(`${wanted} does not follow ${current}.`)
  return wanted
}

/** What has changed since the last release. */
export function notesOf(changelog) {
  const begin = changelog.indexOf(UNRELEASED)
  if (begin < 0) throw new Unready('CHANGELOG.md has no "## Unreleased".')
  const rest = changelog.slice(begin + UNRELEASED.length)
  const end = rest.indexOf('\n## ')
  const notes = (end < 0 ? rest : rest.slice(0, end)).trim()
  if (notes === '') throw new Unready('CHANGELOG.md says of nothing that has changed.')
  return notes
}

/** The changelog with a heading for the release, and room for what comes after it. */
export function headed(changelog, version, date) {
  return changelog.replace(UNRELEASED, `${UNRELEASED}\n## ${version}, ${date}\n`)
}
