import { findChromium, installChromium } from './setup/chromium.js'
import { buildClient, haveClient } from './setup/client.js'
import { haveCurl, installCurl } from './setup/curl.js'
import { haveDatabaseServer, installDatabaseServer } from './setup/database-server.js'
import { haveDependencies, installDependencies } from './setup/dependencies.js'
import { oneAtATime } from './setup/one-at-a-time.js'
import { say, Unready } from './setup/say.js'

const steps = {
  dependencies: { done: haveDependencies, do: installDependencies },
  database: { done: haveDatabaseServer, do: installDatabaseServer },
  chromium: { done: () => findChromium() !== undefined, do: installChromium },
  curl: { done: haveCurl, do: installCurl },
  client: { done: haveClient, do: buildClient },
}

/**
 * Makes this machine ready: does those of the named steps that are not done yet, in this order. Looking takes a few
 * milliseconds and no lock, so a start that finds everything done is quick. Ends the process if a step cannot be done.
 */
export async function setUp(...names) {
  try {
    if (names.every((name) => steps[name].done())) return
    await oneAtATime(async () => {
      for (const name of names) {
        if (!steps[name].done()) await steps[name].do()
      }
    })
  } catch (error) {
    if (error instanceof Unready) say(error.message)
    else if (error.syscall) say(`The ledger cannot be set up here: ${error.message}`)
    else throw error
    process.exit(1)
  }
}
