/** What is HTML already. Everything else that goes into a page is text, and is escaped. */
export class Html {
  readonly source: string
  constructor(source: string) {
    this.source = source
  }
}

type Part = string | number | undefined | Html | readonly Html[]

export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.reduce((source, string, index) => source + sourceOf(parts[index - 1]) + string))
}

function sourceOf(part: Part): string {
  if (part instanceof Html) return part.source
  if (typeof part === 'object') return part.map(({ source }) => source).join('')
  return escape(String(part ?? ''))
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character)
}

/** A sentence in which backticks stand around code. */
export function prose(text = ''): Html {
  return new Html(escape(text).replace(/`([^`]+)`/g, '<code>$1</code>'))
}
