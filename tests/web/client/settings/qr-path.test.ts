import test from 'ava'
import encodeQR from 'qr'
import decodeQR from 'qr/decode.js'
import { pathOf } from '../../../../src/web/client/settings/second-factor/qr-path.ts'

const uri = 'otpauth://totp/Expense%20Ledger:ana%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

/** The squares that a path covers. */
function drawn(path: string, size: number): boolean[][] {
  const rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false))
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    rows[Number(y)]?.fill(true, Number(x), Number(x) + Number(length))
  return rows
}

test('the path covers the dark squares and no others', (t) => {
  t.is(pathOf([[true, true, false, true], [], [false, true]]), 'M0 0h2v1h-2zM3 0h1v1h-1zM1 2h1v1h-1z')
})

test('what is drawn can be read by a camera', (t) => {
  const rows = encodeQR(uri, 'raw', { border: 4 })
  const picture = drawn(pathOf(rows), rows.length)
  t.deepEqual(picture, rows)
  t.is(decodeQR(photographed(picture)), uri)
})

/** Four pixels for each square, as red, green, blue and opacity. */
function photographed(rows: readonly (readonly boolean[])[]) {
  const size = rows.length * 4
  const isDark = (pixel: number) => {
    const [x, y] = [pixel % size, Math.floor(pixel / size)].map((at) => Math.floor(at / 4))
    return rows[y ?? 0]?.[x ?? 0] ?? false
  }
  const pixels = Array.from({ length: size * size }, (_pixel, at) =>
    isDark(at) ? [0, 0, 0, 255] : [255, 255, 255, 255],
  )
  return { width: size, height: size, data: Uint8Array.from(pixels.flat()) }
}
