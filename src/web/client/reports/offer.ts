/** Milliseconds for which the browser may take to begin with the file. */
const TAKEN = 10_000

/** Lets the person keep `text` as a file. */
export function offer(name: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const href = URL.createObjectURL(new Blob([text], { type }))
  const link = Object.assign(document.createElement('a'), { href, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(href), TAKEN)
}
