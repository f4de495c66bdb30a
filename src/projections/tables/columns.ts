import { DataTypes, type ModelAttributeColumnOptions } from 'sequelize'
import * as z from 'zod'
import { sqlTimeToInstant } from '../../events/log/instants.ts'

export type Columns = Readonly<Record<string, ModelAttributeColumnOptions>>

// Types as SQL says them: Sequelize then leaves the values alone, and every column states its character set.

export const id = required('CHAR(36) CHARACTER SET ascii COLLATE ascii_bin')
export const instant = required('DATETIME(6)')
export const date = required('DATE')
export const flag = required(DataTypes.TINYINT)
export const count = required(DataTypes.INTEGER.UNSIGNED)
export const position = required(DataTypes.BIGINT.UNSIGNED)

/** Plain ASCII of the ledger's own: a role, a currency, a colour. */
export function word(longest: number) {
  return required(`VARCHAR(${longest}) CHARACTER SET ascii COLLATE ascii_bin`)
}

/** What a person wrote, at most `longest` characters. */
export function text(longest: number) {
  return required(`VARCHAR(${longest}) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`)
}

export function required(type: ModelAttributeColumnOptions['type']) {
  return { type, allowNull: false }
}

/** How cells leave the room. */
export const Flag = z.literal([0, 1]).transform((set) => set === 1)
export const SqlTime = z.string().transform(sqlTimeToInstant)
export const Sum = z.string().transform(BigInt)
