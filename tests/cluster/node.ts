import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import { environment, run } from '../delivery/shell.ts'
import { later, until } from '../delivery/told.ts'
import { amongNodes, forClients, inNetworkOf } from './networks.ts'
import { folder } from './place.ts'

/** Seconds that a node needs at most to start and to fetch what it has missed. */
const JOINING = 90
const PASSWORD = 'only-here'

export type Node = Awaited<ReturnType<typeof makeNode>>

/** Node `number` of the cluster of `all`, in a network of its own; not started yet. */
export async function makeNode(number: number, all: readonly number[]) {
  const home = join(folder, `node${number}`)
  const data = join(home, 'data')
  mkdirSync(home)
  await run('chown', ['mysql:', home])
  await run('mariadb-install-db', [
    ...['--no-defaults', `--datadir=${data}`, '--user=mysql'],
    ...['--auth-root-authentication-method=normal', '--skip-test-db'],
  ])
  const settings = join(home, 'my.cnf')
  writeFileSync(settings, settingsOf(number, all, home))
  let server: ChildProcess | undefined
  const isUp = () => server !== undefined && server.exitCode === null && server.signalCode === null

  function launch(...more: string[]): void {
    const log = openSync(join(home, 'said.log'), 'a')
    const [nsenter = '', ...args] = [...inNetworkOf(number), 'mariadbd', `--defaults-file=${settings}`, ...more]
    server = spawn(nsenter, args, { env: environment(), stdio: ['ignore', log, log] })
  }

  /** Resolves once it is in step with the others. */
  async function start(...more: string[]): Promise<void> {
    launch(...more)
    await synced()
  }

  async function synced(): Promise<void> {
    const look = async () => {
      if (!isUp()) throw new Error(`Node ${number} has ended:\n${lastWords()}`)
      return (await state()) === 'Synced'
    }
    await until(`node ${number} in step`, look, JOINING)
  }

  /** What it says of itself, `Synced` if it is in step with a majority; undefined if it says nothing. */
  async function state(): Promise<string | undefined> {
    const said = await status('wsrep_cluster_status').catch(() => undefined)
    return said === 'Primary' ? status('wsrep_local_state_comment').catch(() => undefined) : said
  }

  async function status(name: string): Promise<string | undefined> {
    const [row] = await ask(`show status like '${name}'`)
    return row && String(row.Value)
  }

  async function ask(sql: string): Promise<RowDataPacket[]> {
    const connection = await createConnection({ uri: url(''), connectTimeout: 2_000 })
    try {
      const [rows] = await connection.query<RowDataPacket[]>({ sql, timeout: 10_000 })
      return rows
    } finally {
      connection.destroy()
    }
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!server || !isUp()) return
    const ended = once(server, 'exit')
    server.kill(signal)
    // One that is frozen ends only when it goes on.
    server.kill('SIGCONT')
    await ended
  }

  const url = (database: string) => `mysql://root:${PASSWORD}@${forClients(number)}:3306/${database}`
  const lastWords = () => readFileSync(join(home, 'said.log'), 'utf8').split('\n').slice(-30).join('\n')
  later(() => end('SIGKILL'))

  return {
    number,
    url,
    ask,
    state,
    synced,
    isUp,
    start,
    /** Starts what has been started before; whoever is first of a new cluster does so without the others. */
    bootstrap: async () => {
      const init = join(home, 'init.sql')
      // One statement a line.
      writeFileSync(
        init,
        `create user if not exists root@'%' identified by '${PASSWORD}';\ngrant all on *.* to root@'%' with grant option;\n`,
      )
      await start('--wsrep-new-cluster', `--init-file=${init}`)
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    freeze: () => void server?.kill('SIGSTOP'),
    thaw: () => void server?.kill('SIGCONT'),
  }
}

/** As docs/scale.md has it, but that a lost node is noticed sooner on machines that are not busy. */
function settingsOf(number: number, all: readonly number[], home: string): string {
  const provider = [
    `gmcast.listen_addr=tcp://${amongNodes(number)}:4567`,
    `ist.recv_addr=${amongNodes(number)}:4568`,
    ...['gcache.size=128M', 'evs.keepalive_period=PT0.5S', 'evs.inactive_check_period=PT0.5S'],
    ...['evs.suspect_timeout=PT3S', 'evs.inactive_timeout=PT6S', 'evs.install_timeout=PT6S'],
  ]
  return `[mysqld]
user = mysql
datadir = ${home}/data
socket = ${home}/s
pid-file = ${home}/pid
bind-address = 0.0.0.0
skip-name-resolve
innodb_buffer_pool_size = 64M
innodb_log_file_size = 48M
innodb_flush_log_at_trx_commit = 2
binlog_format = ROW
innodb_autoinc_lock_mode = 2
wsrep_on = ON
wsrep_provider = /usr/lib/galera/libgalera_smm.so
wsrep_cluster_name = ledger
wsrep_cluster_address = gcomm://${all.map((node) => amongNodes(node)).join(',')}
wsrep_node_name = node${number}
wsrep_node_address = ${amongNodes(number)}
wsrep_sst_method = rsync
wsrep_provider_options = "${provider.join(';')}"
`
}
