import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** How wide `box` is, in pixels: charts are drawn to size, so that their letters keep theirs. */
export function useWidth<T extends HTMLElement>() {
  const box = useRef<T>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    if (!box.current) return
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)))
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  return { box, width }
}
