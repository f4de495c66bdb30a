import { useRef } from 'preact/hooks'
import { Form } from '../form/Form.tsx'
import { openSubmission } from '../form/submission.ts'
import { messages } from '../messages.ts'
import { session } from '../page.ts'
import { PersonFields } from '../people/PersonFields.tsx'
import { openPersonForm } from '../people/person-form.ts'
import { localCurrency } from '../people/local-currency.ts'
import { Refused } from '../refused.ts'

/** The first profile, which is an admin's and is signed in at once. */
export function FirstRun() {
  const form = useRef(openPersonForm({ currency: localCurrency(navigator.language) })).current
  const submission = useRef(openSubmission()).current
  async function register() {
    try {
      const { name, email, password, currency } = form.values.value
      await session.registerFirst({ name, email, password, currency })
    } catch (error) {
      // Somebody else was first: from now on one signs in.
      if (error instanceof Refused && error.problem.status === 401) await session.ask()
      throw error
    }
  }
  return (
    <Form form="first" of={submission} does={messages.session.create} send={() => submission.run(register)}>
      <PersonFields form="first" of={submission} person={form} withPassword focus />
    </Form>
  )
}
