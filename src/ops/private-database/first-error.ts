/** What went wrong first, as a server's log tells it: what it says after that are consequences. */
export function firstError(log: string): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '')
  const line = lines.find((candidate) => candidate.includes('[ERROR]')) ?? lines.at(-1) ?? 'it said nothing'
  return line.replace(/^.*\[ERROR\]\s*/, '').trim()
}
