import '../../look/look.css'
import { render } from 'preact'
import '../../frame/privacy.ts'
import { session } from '../../page.ts'
import { keepShell } from '../../worker/register.ts'
import { AddPage } from './AddPage.tsx'

void session.ask()
render(<AddPage />, document.body)
keepShell()
