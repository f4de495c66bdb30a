import type { Sequelize } from 'sequelize'

/** How the connections of `sequelize` are used just now. Its types do not show the pool. */
export function connectionsOf(sequelize: Sequelize): { used: number; free: number; waiting: number } {
  const { pool } = sequelize.connectionManager as unknown as { pool: Pool }
  return { used: pool.using, free: pool.available, waiting: pool.waiting }
}

type Pool = { using: number; available: number; waiting: number }
