/** Tells the person at the keyboard what is being done, and when: a run takes many minutes. */
export function say(line: string): void {
  const seconds = Math.round(performance.now() / 1000)
  console.error(`${String(Math.floor(seconds / 60)).padStart(2)}:${String(seconds % 60).padStart(2, '0')}  ${line}`)
}
