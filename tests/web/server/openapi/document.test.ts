import test from 'ava'
import { Validator } from '@seriousme/openapi-schema-validator'
import { examples } from '../../../../src/web/server/openapi/examples.ts'
import { isCommand } from '../../../../src/web/server/openapi/route.ts'
import { routes } from '../../../../src/web/server/openapi/routes.ts'
import { commands } from '../commands.ts'
import { serveLedger } from '../served.ts'
import { description, operations, wrongAs } from './held.ts'
import { mountedRoutes } from './mounted.ts'

const { app, nobody } = await serveLedger()
const { schemas } = description.components

test('the description is OpenAPI 3.1', async (t) => {
  const { valid, errors } = await new Validator().validate(structuredClone(description))
  t.true(valid, JSON.stringify(errors))
  t.regex(description.openapi, /^3\.1\./)
})

test('whatever is mounted is described, and nothing else', (t) => {
  const described = routes.map(({ key }) => key)
  t.deepEqual(mountedRoutes(app).sort(), described.sort())
})

test('every route that commands is walked by the tests of idempotency, versions and origins', (t) => {
  const described = routes.filter(isCommand).map(({ key }) => key.replace(/\{(\w+)\}/g, ':$1'))
  // The demo is only for a ledger in which nothing was ever recorded, and has those tests of its own.
  t.deepEqual([...Object.keys(commands), 'POST /api/demo'].sort(), described.sort())
})

test('no two routes have the same name', (t) => {
  const names = routes.map(({ name }) => name)
  t.deepEqual(names, [...new Set(names)])
})

test('every example is one', (t) => {
  for (const [name, example] of Object.entries(examples)) {
    t.true(name in schemas, `${name} is nothing that is described`)
    t.is(wrongAs(name, example), undefined, name)
    if (`${name}Input` in schemas) t.is(wrongAs(`${name}Input`, example), undefined, name)
  }
})

test('every body, taken or given, has an example', (t) => {
  for (const { path, operation } of operations) {
    const { requestBody, responses } = operation
    const given = Object.values(responses).flatMap((answer) => ('content' in answer ? [answer.content] : []))
    const contents = [requestBody?.content, ...given].flatMap((content) => Object.values(content ?? {}))
    for (const { example } of contents) t.not(example, undefined, path)
  }
})

test('every field and every parameter says what it means', (t) => {
  const fields = Object.entries(schemas).flatMap(([name, { properties = {} }]) => {
    return Object.entries(properties).map(([field, { description }]) => ({ name: `${name}.${field}`, description }))
  })
  const parameters = operations.flatMap(({ path, operation }) => {
    const others = operation.parameters.filter((parameter) => parameter.in !== 'path')
    return others.map(({ name, description }) => ({ name: `${path}?${name}`, description }))
  })
  const silent = [...fields, ...parameters].filter(({ description }) => description === undefined)
  t.deepEqual(silent, [], 'Say it in src/web/server/openapi/words')
})

test('anybody may read it', async (t) => {
  const answer = await nobody().get('/api/openapi.json').expect(200)
  t.deepEqual(answer.body, JSON.parse(JSON.stringify(description)))
})
