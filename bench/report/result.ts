import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism, cpus, release, totalmem, type as system } from 'node:os'
import type { Line } from '../line.ts'
import type { Sizes } from '../run/options.ts'

export type Result = {
  at: string
  /** `+` after it: the working tree had changes. */
  commit: string
  machine: { cores: number; model: string; memory: string; system: string }
  versions: Record<string, string>
  sizes: Sizes
  parts: { name: string; seconds: number; lines: Line[]; problem?: string }[]
}

export function describe(parts: Result['parts'], sizes: Sizes, versions: ReadonlyMap<string, string>): Result {
  return {
    at: new Date().toISOString(),
    commit: commit(),
    machine: {
      cores: availableParallelism(),
      model: cpus()[0]?.model ?? '',
      memory: `${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
      system: `${system()} ${release()}`,
    },
    versions: { node: process.version, ...ours(), ...Object.fromEntries(versions) },
    sizes,
    parts,
  }
}

function ours(): Record<string, string> {
  const require = createRequire(import.meta.url)
  const names = ['mysql2', 'express', 'autocannon']
  return Object.fromEntries(names.map((name) => [name, versionIn(require.resolve(`${name}/package.json`))]))
}

function versionIn(file: string): string {
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

function commit(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', 'src') === '' ? '' : '+')
  } catch {
    return 'unknown'
  }
}
