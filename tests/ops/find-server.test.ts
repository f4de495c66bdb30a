import test from 'ava'
import { choose } from '../../src/ops/private-database/find-server.ts'
import type { Server } from '../../src/ops/private-database/find-server.ts'

const mariadb: Server = { program: '/usr/sbin/mariadbd', kind: 'MariaDB' }
const mysql: Server = { program: '/usr/sbin/mysqld', kind: 'MySQL' }

test('new data are made by the first server there is', (t) => {
  t.is(choose([mariadb, mysql], undefined, '/data'), mariadb)
})

test('data stay with the kind of server that made them', (t) => {
  t.is(choose([mariadb, mysql], 'MySQL', '/data'), mysql)
})

test('data of the other kind of server are refused in one line', (t) => {
  t.throws(() => choose([mysql], 'MariaDB', '/data'), {
    message: 'The data in /data was made by MariaDB, and here is only MySQL: install MariaDB, or set DATA_DIR.',
  })
})

test('without any server the line says what to install', (t) => {
  t.throws(() => choose([], undefined, '/data'), { message: /install MariaDB .* or set DATABASE_URL/ })
})
