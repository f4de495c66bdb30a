import encodeQR from 'qr'
import { pathOf } from './qr-path.ts'

/** Light squares around it, by which readers find it. */
const QUIET_ZONE = 4

/** `of` as a QR code, dark on light whatever the page looks like: most cameras take no other. */
export function QrCode({ of, label }: { of: string; label: string }) {
  const rows = encodeQR(of, 'raw', { border: QUIET_ZONE })
  const size = rows.length
  return (
    <svg class="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={pathOf(rows)} />
    </svg>
  )
}
