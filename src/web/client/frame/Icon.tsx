import bookmark from 'bootstrap-icons/icons/bookmark.svg?raw'
import columns from 'bootstrap-icons/icons/layout-three-columns.svg?raw'
import archive from 'bootstrap-icons/icons/archive.svg?raw'
import arrowDown from 'bootstrap-icons/icons/arrow-down.svg?raw'
import arrowUp from 'bootstrap-icons/icons/arrow-up.svg?raw'
import back from 'bootstrap-icons/icons/arrow-counterclockwise.svg?raw'
import chart from 'bootstrap-icons/icons/bar-chart.svg?raw'
import clock from 'bootstrap-icons/icons/clock.svg?raw'
import dark from 'bootstrap-icons/icons/moon.svg?raw'
import copy from 'bootstrap-icons/icons/copy.svg?raw'
import erase from 'bootstrap-icons/icons/eraser.svg?raw'
import eye from 'bootstrap-icons/icons/eye.svg?raw'
import eyeClosed from 'bootstrap-icons/icons/eye-slash.svg?raw'
import gauge from 'bootstrap-icons/icons/speedometer2.svg?raw'
import history from 'bootstrap-icons/icons/clock-history.svg?raw'
import house from 'bootstrap-icons/icons/house.svg?raw'
import keyboard from 'bootstrap-icons/icons/keyboard.svg?raw'
import leave from 'bootstrap-icons/icons/box-arrow-right.svg?raw'
import ledger from 'bootstrap-icons/icons/journal-check.svg?raw'
import left from 'bootstrap-icons/icons/chevron-left.svg?raw'
import light from 'bootstrap-icons/icons/sun.svg?raw'
import list from 'bootstrap-icons/icons/list-ul.svg?raw'
import more from 'bootstrap-icons/icons/three-dots.svg?raw'
import offline from 'bootstrap-icons/icons/wifi-off.svg?raw'
import open from 'bootstrap-icons/icons/chevron-down.svg?raw'
import pencil from 'bootstrap-icons/icons/pencil.svg?raw'
import link from 'bootstrap-icons/icons/link-45deg.svg?raw'
import download from 'bootstrap-icons/icons/download.svg?raw'
import printer from 'bootstrap-icons/icons/printer.svg?raw'
import people from 'bootstrap-icons/icons/people.svg?raw'
import person from 'bootstrap-icons/icons/person.svg?raw'
import plus from 'bootstrap-icons/icons/plus-lg.svg?raw'
import right from 'bootstrap-icons/icons/chevron-right.svg?raw'
import search from 'bootstrap-icons/icons/search.svg?raw'
import settings from 'bootstrap-icons/icons/gear.svg?raw'
import shield from 'bootstrap-icons/icons/shield-check.svg?raw'
import sidebar from 'bootstrap-icons/icons/layout-sidebar.svg?raw'
import system from 'bootstrap-icons/icons/circle-half.svg?raw'
import table from 'bootstrap-icons/icons/table.svg?raw'
import tags from 'bootstrap-icons/icons/tags.svg?raw'
import trash from 'bootstrap-icons/icons/trash3.svg?raw'
import upload from 'bootstrap-icons/icons/upload.svg?raw'
import cross from 'bootstrap-icons/icons/x-lg.svg?raw'
import calendar from 'bootstrap-icons/icons/calendar3.svg?raw'
import check from 'bootstrap-icons/icons/check-lg.svg?raw'
import choose from 'bootstrap-icons/icons/check2-square.svg?raw'
import funnel from 'bootstrap-icons/icons/funnel.svg?raw'

const icons = {
  ...{ bookmark, columns },
  ...{ archive, arrowDown, arrowUp, back, cross, dark, leave, ledger, left, light, list, more, offline, open, pencil },
  ...{ people, person, plus, right, search, settings, shield, system, table, tags, trash },
  ...{ chart, clock, gauge, history, house },
  ...{ erase, eye, eyeClosed, keyboard, sidebar },
  ...{ download, link, printer, upload },
  ...{ calendar, check, choose, copy, funnel },
}
export type IconName = keyof typeof icons

/** A picture beside words, never instead of them: it has no name of its own. The markup is the icon set's, never a user's. */
export function Icon({ name }: { name: IconName }) {
  return <span class="icon" aria-hidden="true" dangerouslySetInnerHTML={{ __html: icons[name] }} />
}
