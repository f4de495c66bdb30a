export type Block = { heading: string; language: string; text: string; answer?: Block }

/** The code in a page of Markdown, each under its heading; a block in another language right after commands is their answer. */
export function blocksIn(markdown: string): Block[] {
  const blocks: Block[] = []
  let heading = ''
  for (const [, title, language = '', text = ''] of markdown.matchAll(/^## (.*)$|^```(\w+)\n([^]*?)^```$/gm)) {
    if (title !== undefined) heading = title
    else blocks.push({ heading, language, text })
  }
  return blocks.map((block, index) => {
    const next = blocks[index + 1]
    return next && block.language === 'sh' && next.language !== 'sh' ? { ...block, answer: next } : block
  })
}
