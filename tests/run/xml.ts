export type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string }

/** What may stand before and between elements, and is not looked at. */
const SKIPPED = /<\?xml [^>]*\?>|<!DOCTYPE [^>[]*>|<!--(?:(?!--)[^])*-->/y
const TAG = /<(\/?)([\w.-]+)((?:\s+[\w.-]+="[^<"]*")*)\s*(\/?)>/y
const TEXT = /[^<]+/y
const IMPOSSIBLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

/** The root element of a document without namespaces and entities of its own, as reports are. Throws `SyntaxError` if it is not well-formed. */
export function readXml(document: string): Element {
  if (IMPOSSIBLE.test(document)) throw new SyntaxError('XML does not hold every character')
  const outside: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [outside]
  let at = 0
  const next = (pattern: RegExp) => {
    pattern.lastIndex = at
    const match = pattern.exec(document)
    if (match) at = pattern.lastIndex
    return match
  }
  while (at < document.length) {
    if (next(SKIPPED)) continue
    const inner = open.at(-1)!
    const [text] = next(TEXT) ?? []
    if (text !== undefined) {
      inner.text += unescape(text)
      continue
    }
    const [, end, name = '', attributes = '', isEmpty] = next(TAG) ?? []
    if (name === '' || (end && (name !== inner.name || attributes))) throw new SyntaxError(`No XML at ${at}`)
    if (end) open.pop()
    else {
      const element = { name, attributes: readAttributes(attributes), children: [], text: '' }
      inner.children.push(element)
      if (!isEmpty) open.push(element)
    }
  }
  const [root, ...more] = outside.children
  if (!root || more.length > 0 || open.length > 1 || outside.text.trim() !== '')
    throw new SyntaxError('XML has one root')
  return root
}

/** The elements of this name, however deep. */
export function all({ children }: Element, name: string): Element[] {
  return children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])
}

function readAttributes(text: string): Record<string, string> {
  const found = [...text.matchAll(/([\w.-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescape(value)])
  if (new Set(found.map(([name]) => name)).size < found.length) throw new SyntaxError('An attribute is there twice')
  return Object.fromEntries(found) as Record<string, string>
}

const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescape(text: string): string {
  return text.replace(/&(?:(\w+);)?/g, (entity, name: string) => {
    const character = characters[name]
    if (character === undefined) throw new SyntaxError(`XML has no ${entity}`)
    return character
  })
}
