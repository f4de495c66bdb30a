import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Engine } from './engine.ts'
import { cache, registry, ROOT } from './place.ts'
import { run } from './shell.ts'

/** Names in the local registry of what stands in for images that nobody can fetch here. */
export const BASE = `${registry}/node:24-bookworm-slim`
export const DATABASE = `${registry}/mariadb:10.11`
export const PROXY = `${registry}/haproxy:2.6`

/** MariaDB in the place of MySQL's image: it begins with the same settings, and keeps to them at each start. */
const DATABASE_ENTRY = `data=/var/lib/mysql
password=$(cat "$MYSQL_ROOT_PASSWORD_FILE")
if [ ! -d "$data/mysql" ]; then mariadb-install-db --datadir="$data" --user=mysql --skip-test-db >/dev/null; fi
cat >/run/mysqld/init.sql <<END
create database if not exists $MYSQL_DATABASE;
create user if not exists root@'%' identified by '$password';
grant all privileges on *.* to root@'%' with grant option;
END
exec mariadbd --user=mysql --datadir="$data" --bind-address=0.0.0.0 --skip-name-resolve --init-file=/run/mysqld/init.sql "$@"
`

/** A small Debian; `make` adds to it. Kept under its name, since it takes a minute. */
async function system(name: string, packages: string[], make: (root: string) => Promise<void>): Promise<string> {
  const tar = join(cache, `${name}.tar`)
  if (existsSync(tar)) return tar
  const root = join(cache, name)
  rmSync(root, { recursive: true, force: true })
  await run('mmdebstrap', ['--variant=minbase', '--mode=root', `--include=${packages.join(',')}`, 'bookworm', root])
  await make(root)
  await run('tar', ['-C', root, '-cf', `${tar}.new`, '.'])
  renameSync(`${tar}.new`, tar)
  rmSync(root, { recursive: true, force: true })
  return tar
}

/** What the official image of Node is made of: Debian, Node, npm, and the user `node`. */
async function addNode(root: string): Promise<void> {
  const npm = join(dirname(realpathSync((await run('sh', ['-c', 'command -v npm'])).trim())), '..')
  copyFileSync(join(ROOT, 'node_modules/node/bin/node'), join(root, 'usr/local/bin/node'))
  chmodSync(join(root, 'usr/local/bin/node'), 0o755)
  const modules = join(root, 'usr/local/lib/node_modules')
  mkdirSync(modules, { recursive: true })
  cpSync(npm, join(modules, 'npm'), { recursive: true, dereference: true })
  for (const name of ['npm', 'npx'])
    symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, join(root, 'usr/local/bin', name))
  await run('chroot', [root, 'useradd', '--uid', '1000', '--user-group', '--create-home', 'node'])
}

async function addServers(root: string): Promise<void> {
  rmSync(join(root, 'var/lib/mysql'), { recursive: true, force: true })
  mkdirSync(join(root, 'var/lib/mysql'))
  mkdirSync(join(root, 'run/mysqld'), { recursive: true })
  await run('chroot', [root, 'chown', 'mysql:mysql', '/var/lib/mysql', '/run/mysqld'])
}

async function give(engine: Engine, tar: string, image: string, changes: string[]): Promise<void> {
  await engine.docker('import', ...changes.flatMap((change) => ['--change', change]), tar, image)
}

/** Gives `engine` the image that ours stands on. */
export async function giveBase(engine: Engine): Promise<void> {
  // The private Node of these tests is the one that the Dockerfile names.
  const tar = await system(`base-${process.version}`, ['ca-certificates'], addNode)
  await give(engine, tar, BASE, ['CMD ["node"]'])
}

/** Gives `engine` the images of the database and of the proxy. */
export async function giveServers(engine: Engine): Promise<void> {
  const tar = await system('servers', ['mariadb-server', 'mariadb-client', 'haproxy'], addServers)
  const entry = JSON.stringify(['sh', '-euc', DATABASE_ENTRY, 'entry'])
  await give(engine, tar, DATABASE, [`ENTRYPOINT ${entry}`])
  const config = '/usr/local/etc/haproxy/haproxy.cfg'
  await give(engine, tar, PROXY, ['USER haproxy', `CMD ["haproxy", "-W", "-db", "-f", "${config}"]`])
}
