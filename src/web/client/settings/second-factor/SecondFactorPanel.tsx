import { useSignal } from '@preact/signals'
import type { SecondFactorOffer, User } from '../../../api.ts'
import { Panel } from '../../frame/Panel.tsx'
import { pageMessages } from '../../page-messages.ts'
import { server, toasts } from '../../page.ts'
import { AppForm } from './AppForm.tsx'
import { OwnPasswordForm } from './OwnPasswordForm.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'

/** What is to be done: turning it on or off, or making new recovery codes. Each begins with the password. */
export type Asked = 'on' | 'off' | 'codes'

type Props = { me: User; asked: Asked; onClose: () => void }

/** The password, then the app, then the recovery codes: as far as what is asked goes. */
export function SecondFactorPanel({ me, asked, onClose }: Props) {
  const offer = useSignal<SecondFactorOffer>()
  const codes = useSignal<readonly string[]>()
  const words = pageMessages.settings['second-factor']
  const begin = {
    on: async (current: string) => void (offer.value = await server.offerSecondFactor(current)),
    codes: async (current: string) => void (codes.value = (await server.makeRecoveryCodes(current)).codes),
    off: async (current: string) => {
      await server.turnOffSecondFactor(current)
      toasts.say(words.turnedOff)
      onClose()
    },
  }[asked]
  return (
    <Panel title={codes.value ? words.recovery : words.titles[asked]} kind="small" onLeave={onClose}>
      {codes.value ? (
        <RecoveryCodes codes={codes.value} onClose={onClose} />
      ) : offer.value ? (
        <AppForm offer={offer.value} onDone={(made) => (codes.value = made)} />
      ) : (
        <OwnPasswordForm me={me} asked={asked} onGiven={begin} />
      )}
    </Panel>
  )
}
