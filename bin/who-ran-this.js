import { readFileSync } from 'node:fs'

/** The process that runs this script: the parent, or the parent's if that is but a shell, as some leave between npm and us. */
export function whoRanThis() {
  return isShell(process.ppid) ? parentOf(process.ppid) : process.ppid
}

function isShell(pid) {
  return ['sh', 'dash', 'bash'].includes(read(`/proc/${pid}/comm`).trim())
}

/** `pid (name) state parent …`, where the name may hold anything. */
function parentOf(pid) {
  const afterName = read(`/proc/${pid}/stat`).split(') ').at(-1)
  return Number(afterName.split(' ')[1])
}

/** Empty where there is no /proc: there the shell makes way for what it runs. */
function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
