import { dirname, posix, relative, resolve, sep } from 'node:path'
import tseslint from 'typescript-eslint'

/**
 * The rooms of src/, and what each may import besides libraries and itself. `types of …` means by `import type` alone.
 * A room is a file or a folder; `commands/handle` is the part of commands that is not for the browser.
 */
const rooms = {
  events: [],
  'events/log': ['events'],
  commands: ['events', 'types of events/log', 'types of commands/handle'],
  'commands/handle': ['commands', 'events', 'types of events/log'],
  projections: ['events', 'events/log'],
  'web/api': ['commands', 'events'],
  'web/server': ['web/api', 'commands', 'commands/handle', 'events', 'types of events/log', 'projections'],
  'web/client': ['web/api', 'commands', 'events'],
  ops: ['config', 'web/api', 'web/server', 'projections', 'commands', 'commands/handle', 'events', 'events/log'],
  config: ['events', 'ops'],
  main: [
    'config',
    'ops',
    'web/api',
    'web/server',
    'projections',
    'commands',
    'commands/handle',
    'events',
    'events/log',
  ],
}

const innermostFirst = Object.keys(rooms).sort((a, b) => b.length - a.length)

/** The room of a path below the repository's root; undefined outside src/. */
function roomOf(path) {
  return innermostFirst.find((room) => path === `src/${room}.ts` || path.startsWith(`src/${room}/`))
}

function mayImport(from, to, onlyTypes) {
  if (to === 'main') return false
  if (from === undefined || to === undefined || from === to) return true
  return rooms[from].includes(to) || (onlyTypes && rooms[from].includes(`types of ${to}`))
}

// no-restricted-imports sees the text of an import, and so would need a pattern for each depth of folder; this sees where it leads.
const keepToRooms = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { wrongRoom: '{{from}} may not import {{what}}{{to}} (see rooms.js).' },
  },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join(posix.sep)
    const from = roomOf(file)

    function look(node, kind) {
      const source = node.source?.value
      if (typeof source !== 'string' || !source.startsWith('.')) return
      const target = relative(context.cwd, resolve(dirname(context.filename), source))
        .split(sep)
        .join(posix.sep)
      const to = roomOf(target)
      if (mayImport(from, to, kind === 'type')) return
      const what = mayImport(from, to, true) ? 'more than types of ' : ''
      context.report({ node, messageId: 'wrongRoom', data: { from: from ?? file, what, to } })
    }

    return {
      ImportDeclaration: (node) => look(node, node.importKind),
      ExportNamedDeclaration: (node) => look(node, node.exportKind),
      ExportAllDeclaration: (node) => look(node, node.exportKind),
      ImportExpression: (node) => look(node, 'value'),
    }
  },
}

export default [
  {
    name: 'rooms',
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parser: tseslint.parser },
    plugins: { house: { rules: { rooms: keepToRooms } } },
    rules: { 'house/rooms': 'error' },
  },
]
