import {
  AsOfQuery,
  Category,
  CategoryChange,
  CategoryList,
  CategoryQuery,
  ForUser,
  History,
  NewCategory,
} from '../../../api.ts'
import type { Routes } from '../route.ts'

export const categories: Routes = {
  'GET /api/categories': {
    name: 'listCategories',
    does: 'Lists categories by name, archived ones too',
    kind: 'reads',
    query: CategoryQuery,
    answer: { json: CategoryList },
  },
  'POST /api/categories': {
    name: 'addCategory',
    does: 'Adds a category',
    more: 'An archived one of that name (in any case) comes back, with the new spelling and colour.',
    kind: 'creates',
    query: ForUser,
    body: NewCategory,
    answer: { status: 201, json: Category },
    refused: [404, 409],
  },
  'PATCH /api/categories/{id}': {
    name: 'changeCategory',
    does: 'Renames or recolours a category',
    kind: 'changes',
    body: CategoryChange,
    answer: { json: Category },
    refused: [409],
  },
  'DELETE /api/categories/{id}': {
    name: 'archiveCategory',
    does: 'Archives a category',
    more: 'It is offered no more. Expenses keep it.',
    kind: 'changes',
    answer: { json: Category },
    refused: [409],
  },
  'GET /api/categories/{id}/history': {
    name: 'readCategoryHistory',
    does: 'Reads everything that happened to a category, oldest first',
    more: 'Also to a deleted one.',
    kind: 'reads',
    query: AsOfQuery,
    answer: { json: History },
  },
}
