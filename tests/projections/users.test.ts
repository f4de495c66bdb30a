import test from 'ava'
import { users } from '../../src/projections/users.ts'
import {
  ana,
  anaChanged,
  anaDeleted,
  anaFields,
  anaRegistered,
  anaRestored,
  benRegistered,
  ben,
  USD,
} from '../examples.ts'
import { storyOf } from './story.ts'

const story = storyOf(users)

test('a registered user is there, with the instant of the registration', story, {
  given: [anaRegistered],
  then: {
    [ana]: {
      id: ana,
      ...anaFields,
      version: 1,
      position: 1,
      recordedAt: '2026-11-23 12:00:00.000001',
      changedAt: '2026-11-23 12:00:00.000001',
      deleted: 0,
    },
  },
})

test('a change shows, and when it was made; everything else stays', story, {
  given: [anaRegistered, benRegistered, anaChanged],
  then: {
    [ana]: {
      name: 'Ana Lindqvist',
      email: 'lindqvist@example.org',
      role: 'admin',
      currency: USD,
      version: 2,
      position: 1,
      recordedAt: '2026-11-23 12:00:00.000001',
      changedAt: '2026-11-23 12:00:00.000003',
    },
    [ben]: { version: 1, position: 2 },
  },
})

test('a deleted user stays, as deleted', story, {
  given: [anaRegistered, anaDeleted],
  then: { [ana]: { ...anaFields, version: 2, deleted: 1 } },
})

test('a restored user is there again', story, {
  given: [anaRegistered, anaDeleted, anaRestored],
  then: { [ana]: { ...anaFields, version: 3, deleted: 0 } },
})

test('a change of somebody who never registered is a fault', story, {
  given: [benRegistered, anaChanged],
  then: `There is nothing under ${ana} to change`,
})
