import { createHash } from 'node:crypto'
import { accessSync, chmodSync, constants, existsSync, lstatSync, mkdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { Unusable } from '../unusable.ts'

/** Where a private server keeps what it has. All paths are absolute, without symbolic links. */
export interface Place {
  readonly folder: string
  /** The server's own data folder. It is there only when it is complete. */
  readonly data: string
  readonly temporary: string
  readonly socket: string
  readonly log: string
  /** Held alone by whoever starts or stops the server just now. */
  readonly lock: string
  /** Held, together, by everybody who uses the server. */
  readonly users: string
}

// Linux takes 107 bytes, macOS 103.
const LONGEST_SOCKET_PATH = 103

/** Makes the folders, for this user alone: whoever may enter them may open the socket as the database's root. */
export function preparePlace(dataDir: string): Place {
  makeFolder(join(dataDir, 'database', 'tmp'))
  const folder = realpathSync(join(dataDir, 'database'))
  chmodSync(folder, 0o700)
  accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  return {
    folder,
    data: join(folder, 'data'),
    temporary: join(folder, 'tmp'),
    socket: join(socketFolder(folder), 'socket'),
    log: join(folder, 'server.log'),
    lock: join(folder, 'lock'),
    users: join(folder, 'users'),
  }
}

/** With its parents. Node's own way of doing so, `recursive`, never ends where nothing can be made, as in /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    if (!existsSync(path)) throw error
  }
}

/** `folder` itself, or a short one in its stead. */
function socketFolder(folder: string): string {
  if (fits(folder)) return folder
  const name = `expense-ledger-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  const short = [tmpdir(), '/tmp'].map((parent) => join(parent, name)).find(fits)
  if (short === undefined) throw new Unusable(`No folder for the database's socket: ${tmpdir()} is too deep.`)
  return short
}

/** Makes the socket's folder where it is a short one. Somebody else may have made it before, with a server of theirs in it. */
export function makeSocketFolder(place: Place): void {
  const folder = dirname(place.socket)
  if (folder === place.folder) return
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { uid, mode } = lstatSync(folder)
  if (uid !== userInfo().uid || (mode & 0o077) !== 0) {
    throw new Unusable(`The folder ${folder}, for the database's socket, has to belong to you alone.`)
  }
}

export function removeSocketFolder(place: Place): void {
  const folder = dirname(place.socket)
  if (folder !== place.folder) rmSync(folder, { recursive: true, force: true })
}

function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, 'socket')) <= LONGEST_SOCKET_PATH
}
