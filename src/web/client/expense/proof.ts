import type { InclusionProof } from '../../api.ts'

type Bytes = Uint8Array<ArrayBuffer>
/** Of what digests are made of: the browser's own, which it has on https and on this machine only. */
export type Digest = { digest(algorithm: 'SHA-256', data: Bytes): Promise<ArrayBuffer> }

/**
 * Whether `proof` shows that the event whose leaf hash is `hash` (in hex) stands at `position` in the tree with the root
 * `rootHash` (in base64): as RFC 9162 says it in section 2.1.3.2, reckoned here and not believed.
 */
export async function proves(
  digest: Digest,
  proof: InclusionProof,
  { position, hash }: { position: number; hash: string },
  rootHash: string,
): Promise<boolean> {
  const { index, size, path } = proof
  if (index !== position - 1 || index >= size) return false
  let [node, last] = [index, size - 1]
  let reached = fromHex(hash)
  for (const sibling of path.map(fromBase64)) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      reached = await nodeHash(digest, sibling, reached)
      while (node % 2 === 0 && node > 0) [node, last] = [node / 2, Math.floor(last / 2)]
    } else {
      reached = await nodeHash(digest, reached, sibling)
    }
    ;[node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
  }
  return last === 0 && toBase64(reached) === rootHash
}

/** SHA-256 of a one and the two hashes. */
async function nodeHash(digest: Digest, left: Bytes, right: Bytes): Promise<Bytes> {
  const below = new Uint8Array(1 + left.length + right.length)
  below[0] = 1
  below.set(left, 1)
  below.set(right, 1 + left.length)
  return new Uint8Array(await digest.digest('SHA-256', below))
}

function fromHex(hex: string): Bytes {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => parseInt(byte, 16))
}

function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}

function toBase64(bytes: Bytes): string {
  return btoa(String.fromCharCode(...bytes))
}
