import test from 'ava'
import { startProxy, type Proxy } from './proxy.ts'
import { setScene } from './scene.ts'
import { startFaultyServer } from './server.ts'

const server = await startFaultyServer()
test.after.always(() => server.stop())

test.serial('connections cut while a commit is unanswered cost nobody a command, and double none', async (t) => {
  const opened = Promise.withResolvers<Proxy>()
  const scene = await setScene(t, server, {
    through: async (url) => {
      const proxy = await startProxy(t, url)
      opened.resolve(proxy)
      return proxy.url
    },
  })
  const proxy = await opened.promise
  const callers = scene.load(16)
  for (let cuts = 0; cuts < 10; cuts++) {
    await callers.answers(20)
    proxy.next(/update log_head set/, 'unanswered')
    await proxy.met()
    proxy.cut(cuts % 2 === 0 ? 'reset' : 'goodbye')
  }
  await callers.answers(50)
  await scene.ready()
  await scene.isWhole(await callers.stop())
})
