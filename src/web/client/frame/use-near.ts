import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'

const heard = new WeakMap<Element, (isNear: boolean) => void>()
let observer: IntersectionObserver | undefined

/** Tells whether `element` is on the screen or within a screen of it, whenever that changes. */
function watch(element: Element, hear: (isNear: boolean) => void): () => void {
  const own = (observer ??= new IntersectionObserver(
    (entries) => entries.forEach(({ target, isIntersecting }) => heard.get(target)?.(isIntersecting)),
    { rootMargin: '100% 0px' },
  ))
  heard.set(element, hear)
  own.observe(element)
  return () => own.unobserve(element)
}

/**
 * For what is long and drawn only near the screen: whether `of` is, and how high, in pixels, it was when it was drawn last, or about
 * `height`. What has the focus stays.
 */
export function useNear<Drawn extends HTMLElement>(height: number) {
  const of = useRef<Drawn>(null)
  const isNear = useSignal(false)
  const measured = useRef(height)
  useLayoutEffect(() => {
    const { current } = of
    if (!current) return
    isNear.value = current.getBoundingClientRect().top < 2 * innerHeight
    return watch(current, (isThere) => {
      const stays = isThere || current.contains(document.activeElement)
      // Measured as it goes: the browser has laid it out already.
      if (isNear.value && !stays) measured.current = current.offsetHeight
      isNear.value = stays
    })
  }, [])
  return { of, isNear: isNear.value, height: measured.current }
}
