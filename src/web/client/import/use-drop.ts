import { useSignal, type ReadonlySignal } from '@preact/signals'
import { useLayoutEffect } from 'preact/hooks'

/**
 * Gives `take` the files that are dropped, wherever on the page: beside a box for them the browser would leave the page.
 * Tells whether some are held over it.
 */
export function useDrop(take: (files: FileList) => void): ReadonlySignal<boolean> {
  const isOver = useSignal(false)
  useLayoutEffect(() => {
    function over(event: DragEvent) {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      isOver.value = true
    }
    function leave({ relatedTarget }: DragEvent) {
      if (relatedTarget === null) isOver.value = false
    }
    function drop(event: DragEvent) {
      isOver.value = false
      const files = event.dataTransfer?.files
      if (!files?.length) return
      event.preventDefault()
      take(files)
    }
    addEventListener('dragover', over)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', over)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [take])
  return isOver
}
