// Loaded before a ledger: its clock is some hours off, and jumps back by one every other second.
const HOUR = 3_600_000
const RightDate = Date
const off = Number(process.env.HOURS_OFF) * HOUR
const now = () => RightDate.now() + off - (Math.floor(performance.now() / 1_000) % 2) * HOUR

globalThis.Date = new Proxy(RightDate, {
  construct: (_, parts: []) => (parts.length > 0 ? new RightDate(...parts) : new RightDate(now())),
  get: (_, name) => (name === 'now' ? now : (Reflect.get(RightDate, name) as unknown)),
})
