import { categories, changes, list, preferences, server, toasts } from '../page.ts'
import { openImporting } from './importing.ts'

export const importing = openImporting({
  ...{ server, toasts, changes },
  mappings: {
    kept: () => preferences.now.value.importMappings,
    keep: (importMappings) => preferences.save({ importMappings }),
  },
  recorded() {
    void list.reload()
    void categories.reload().catch(() => undefined)
  },
})
