/** What the ledger's process has used by its own account: seconds of CPU so far, and megabytes now. */
export async function usage(origin: string): Promise<{ cpu: number; megabytes: number }> {
  const text = await (await fetch(`${origin}/metrics`)).text()
  const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
  return { cpu: value('process_cpu_seconds_total'), megabytes: value('process_resident_memory_bytes') / 2 ** 20 }
}
