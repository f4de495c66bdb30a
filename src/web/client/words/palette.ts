export const palette = {
  hint: 'Type a page, a category, an action, or what to search for',
  results: 'What was found',
  found: (count: number) => (count === 1 ? '1 result' : `${count} results`),
  search: (text: string) => `Search the expenses for “${text}”`,
  groups: {
    recent: 'Latest searches',
    pages: 'Pages',
    actions: 'Actions',
    categories: 'Categories',
    ledgers: 'Ledgers',
    search: 'Expenses',
  },
}
