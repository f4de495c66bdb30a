import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import ts from 'typescript'

const client = join(import.meta.dirname, '../../../src/web/client')
/** Attributes that people read or hear. */
const told = ['alt', 'aria-description', 'aria-label', 'aria-roledescription', 'label', 'placeholder', 'title']
const isWorded = (text: string) => /\p{L}{2,}/u.test(text)

/** What is printed on a key, or typed into a terminal, is the same in every language. */
function isVerbatim(node: ts.Node): boolean {
  return ts.isJsxElement(node) && ['kbd', 'code', 'pre'].includes(node.openingElement.tagName.getText())
}

/** Every text in `code`'s JSX that stands there itself and not among the messages. */
function literalTexts(file: string, code: string): string[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: string[] = []
  function look(node: ts.Node): void {
    if (ts.isJsxText(node) && isWorded(node.text) && !isVerbatim(node.parent))
      found.push(`${file}: ${node.text.trim()}`)
    if (ts.isJsxAttribute(node) && told.includes(node.name.getText()) && node.initializer) {
      if (ts.isStringLiteral(node.initializer) && isWorded(node.initializer.text))
        found.push(`${file}: ${node.getText()}`)
    }
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent) && node.expression) {
      if (ts.isStringLiteralLike(node.expression) && isWorded(node.expression.text))
        found.push(`${file}: ${node.getText()}`)
    }
    ts.forEachChild(node, look)
  }
  look(source)
  return found
}

test('every text of the page stands among the messages', (t) => {
  const views = globSync('**/*.tsx', { cwd: client })
  t.true(views.length > 50)
  t.deepEqual(
    views.flatMap((file) => literalTexts(file, readFileSync(join(client, file), 'utf8'))),
    [],
  )
})
test('a text in a view is found, wherever it stands', (t) => {
  const views = ['<p>Hello</p>', '<a title="Hello" />', "<p>{'Hello'}</p>", '<b>{x} expenses</b>']
  t.deepEqual(
    views.filter((view) => literalTexts('View.tsx', `const view = ${view}`).length !== 1),
    [],
  )
  for (const fine of [
    '<p>{messages.hello}</p>',
    '<p>· {x}</p>',
    '<p class="muted" id="hello" />',
    '<kbd>Enter</kbd>',
  ]) {
    t.deepEqual(literalTexts('View.tsx', `const view = ${fine}`), [])
  }
})
