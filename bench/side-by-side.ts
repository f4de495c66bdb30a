import { setTimeout as pause } from 'node:timers/promises'
import { say } from './run/say.ts'

/** Milliseconds for what the one before has left to its server, before the next one's turn. */
const REST = 500

export type Contenders<K extends string> = Readonly<Record<K, () => Promise<number>>>

/**
 * Each contender in turn, `rounds` times over, so that a machine that slows down slows all of them; resolves to what each
 * came to in every round. The rounds are counted after one that warms up. A peer that fails is left out, with a word.
 */
export async function sideBySide<K extends string>(rounds: number, own: Contenders<K>, peers: Contenders<string> = {}) {
  const ownNames = Object.keys(own) as K[]
  const came = { own: seriesOf(ownNames), peers: seriesOf(Object.keys(peers)) }
  for (let round = 0; round <= rounds; round++) {
    for (const name of ownNames) {
      const figure = await turn(own[name])
      if (round > 0) came.own.get(name)?.push(figure)
    }
    for (const [name, series] of came.peers) {
      try {
        const figure = await turn(peers[name])
        if (round > 0) series.push(figure)
      } catch (error) {
        say(`${name} is left out: ${String(error)}`)
        came.peers.delete(name)
      }
    }
  }
  return { own: Object.fromEntries(came.own) as Record<K, number[]>, peers: came.peers }
}

function seriesOf<N extends string>(names: readonly N[]): Map<N, number[]> {
  return new Map(names.map((name) => [name, []]))
}

async function turn(contend: (() => Promise<number>) | undefined): Promise<number> {
  await pause(REST)
  return contend?.() ?? Number.NaN
}
