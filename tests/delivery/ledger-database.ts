import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import type { Engine } from './engine.ts'
import { DATABASE } from './images.ts'
import { folder } from './place.ts'
import { expect, later, until } from './told.ts'

const PORT = '3398'
const PASSWORD = 'outside'

/** A database server outside of the ledger's image, on this machine's loopback; resolves to what makes an empty database there. */
export async function startDatabase(engine: Engine): Promise<(name: string) => Promise<string>> {
  const secret = join(folder, 'root-password')
  writeFileSync(secret, PASSWORD)
  later(() => engine.attempt(['rm', '--force', 'delivery-database']))
  await engine.docker(
    ...['run', '--detach', '--name', 'delivery-database', '--network', 'host', '--volume', `${secret}:/password:ro`],
    ...['--env', 'MYSQL_DATABASE=ledger', '--env', 'MYSQL_ROOT_PASSWORD_FILE=/password', DATABASE],
    ...[`--port=${PORT}`, '--bind-address=127.0.0.1'],
  )
  const server = `mysql://root:${PASSWORD}@127.0.0.1:${PORT}`
  return async (name) => {
    await until('the database server', async () => {
      try {
        const connection = await createConnection(`${server}/ledger`)
        await connection.query(`create database ${name}`)
        await connection.end()
        return true
      } catch {
        const state = await engine.docker('inspect', '--format', '{{.State.Status}}', 'delivery-database')
        const { said, complained } = await engine.attempt(['logs', 'delivery-database'])
        expect(state === 'running', `a database server: ${said}${complained}`)
        return false
      }
    })
    return `${server}/${name}`
  }
}
