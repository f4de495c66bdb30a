/** A UUID as four words. */
const WORDS = 4
const FIRST_SLOTS = 1024
/** Fuller than this, looking up would get slow. */
const FULL = 0.8

export type IdTable = ReturnType<typeof openIdTable>

/**
 * A number (not 0, and below 2^32) for each of many UUIDs in lower case, in 25 to 50 bytes each. A Map of texts takes several times
 * that, and no more than 16 million of them.
 */
export function openIdTable() {
  let [ids, numbers] = [new Uint32Array(WORDS * FIRST_SLOTS), new Uint32Array(FIRST_SLOTS)]
  let used = 0
  const id = new Uint32Array(WORDS)

  /** Where the id that was read last is, or belongs. */
  function slotOf(): number {
    const mask = numbers.length - 1
    let slot = mixed(id) & mask
    while (numbers[slot] !== 0 && !isAt(slot)) slot = (slot + 1) & mask
    return slot
  }

  function isAt(slot: number): boolean {
    for (let word = 0; word < WORDS; word++) if (ids[slot * WORDS + word] !== id[word]) return false
    return true
  }

  function putAtSlot(number: number): number {
    const slot = slotOf()
    const before = numbers[slot] ?? 0
    if (before === 0) {
      ids.set(id, slot * WORDS)
      used++
    }
    numbers[slot] = number
    return before
  }

  function grow(): void {
    const [oldIds, oldNumbers] = [ids, numbers]
    ids = new Uint32Array(oldIds.length * 2)
    numbers = new Uint32Array(oldNumbers.length * 2)
    used = 0
    oldNumbers.forEach((number, slot) => {
      if (number === 0) return
      id.set(oldIds.subarray(slot * WORDS, (slot + 1) * WORDS))
      putAtSlot(number)
    })
  }

  return {
    /** Keeps `number` for `uuid`. The one that was kept for it before; 0 for none. */
    put(uuid: string, number: number): number {
      if (used >= numbers.length * FULL) grow()
      readWords(uuid, id)
      return putAtSlot(number)
    },
  }
}

const HYPHEN = 45
const NINE = 57

function readWords(uuid: string, into: Uint32Array): void {
  let [digits, word] = [0, 0]
  for (let at = 0; at < uuid.length; at++) {
    const code = uuid.charCodeAt(at)
    if (code === HYPHEN) continue
    word = (word << 4) | (code <= NINE ? code - 48 : code - 87)
    if (++digits % 8 === 0) into[digits / 8 - 1] = word
  }
}

/** Most of what differs between two UUIDs of version 7 is in their last bits, those of the time in the middle. */
function mixed(words: Uint32Array): number {
  let mix = 0
  for (const word of words) mix = Math.imul(mix ^ word, 0x9e3779b1) ^ (mix >>> 15)
  return mix ^ (mix >>> 16)
}
