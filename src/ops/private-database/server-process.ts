import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/**
 * The id of the process that serves `data`, be it starting, stopping or left behind by a ledger that was killed; undefined if
 * none does. Its command line tells: a file with its id would be missing after a crash at the wrong moment, and ids are used again.
 */
export function serverProcess(data: string): number | undefined {
  const processes = existsSync('/proc/self/cmdline') ? processesOfProc() : processesOfPs()
  return processes.find(({ commandLine }) => commandLine.includes(` --datadir=${data} `))?.pid
}

interface Process {
  readonly pid: number
  /** All arguments, each with a blank before and after it. */
  readonly commandLine: string
}

function processesOfProc(): Process[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.map((pid) => ({ pid: Number(pid), commandLine: ` ${argumentsOf(pid).replaceAll('\0', ' ')} ` }))
}

/** Empty for a process that has just ended, or that has ended without its parent looking after it. */
function argumentsOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

function processesOfPs(): Process[] {
  const lines = execFileSync('ps', ['-axww', '-o', 'pid=,command='], { encoding: 'utf8' }).split('\n')
  return lines.map((line) => ({ pid: Number.parseInt(line, 10), commandLine: `${line} ` }))
}
