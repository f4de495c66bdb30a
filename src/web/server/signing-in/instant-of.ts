/** SQL for the text of a datetime(6) as an `Instant`. */
export function instantOf(expression: string): string {
  return `date_format(${expression}, '%Y-%m-%dT%H:%i:%s.%fZ')`
}
