/** Characters of what a program calls itself. */
const LONGEST = 80

/** Whoever pretends to be others, too, comes before them: Edge says that it is Chrome, and Chrome that it is Safari. */
const BROWSERS: readonly [name: string, version: RegExp][] = [
  ['Edge', /\bEdgi?A?(?:OS)?\/(\d+)/],
  ['Opera', /\bOPR\/(\d+)/],
  ['Samsung Internet', /\bSamsungBrowser\/(\d+)/],
  ['Firefox', /\b(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /\b(?:Headless)?(?:Chrome|CriOS)\/(\d+)/],
  ['Safari', /\bVersion\/(\d+)\S* (?:Mobile\/\S+ )?Safari\//],
]
const SYSTEMS: readonly [name: string, sign: RegExp][] = [
  ['Windows', /\bWindows NT\b/],
  ['iPad', /\biPad\b/],
  ['iPhone', /\biPhone\b/],
  ['macOS', /\bMacintosh\b/],
  ['Android', /\bAndroid\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
]

/** `Firefox 128 on Linux`: as much of a browser as its user knows it by. Of any other program, the beginning of what it says. */
export function agentOf(header: string | undefined): string | null {
  if (header === undefined) return null
  for (const [name, version] of BROWSERS) {
    const [found, number] = version.exec(header) ?? []
    const system = SYSTEMS.find(([, sign]) => sign.test(header))?.[0]
    if (found !== undefined) return system === undefined ? `${name} ${number}` : `${name} ${number} on ${system}`
  }
  const printable = header.replace(/[^ -~]/g, '?').trim()
  return printable.slice(0, LONGEST) || null
}
