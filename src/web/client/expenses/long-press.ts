/** Milliseconds after which a press is long. */
const LONG = 450
/** Pixels by which a finger may stray: more is scrolling. */
const STRAY = 10

/** Tells a long press from a tap, for one finger at a time; the tap that ends a long press does nothing more. */
export function openLongPress() {
  let timer: ReturnType<typeof setTimeout> | undefined
  let start = { x: 0, y: 0 }
  let wasLong = false
  const stop = () => clearTimeout(timer)

  return {
    down({ pointerType, clientX, clientY }: PointerEvent, long: () => void) {
      stop()
      wasLong = false
      if (pointerType !== 'touch') return
      start = { x: clientX, y: clientY }
      timer = setTimeout(() => {
        wasLong = true
        long()
      }, LONG)
    },
    move({ clientX, clientY }: PointerEvent) {
      if (Math.hypot(clientX - start.x, clientY - start.y) > STRAY) stop()
    },
    stop,
    tap(tapped: () => void) {
      stop()
      if (!wasLong) tapped()
      wasLong = false
    },
  }
}
