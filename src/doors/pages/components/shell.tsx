import type { ReactNode } from 'react'
import { upright } from '../../../base/text/upright.ts'
import { denied } from '../../../kernel/access/access.ts'
import { KEEPS } from '../../../kernel/dataset/describe.ts'
import { roleNames } from '../../../operations/access/role-names.ts'
import { successionList } from '../../../operations/succession/list-successions.ts'
import { addresses, withQuery } from '../addresses.ts'
import type { Asked, Crumb, NavItem, View } from '../page.ts'
import { takesIn } from '../takes-in.ts'
import { Icon, Logo } from './icon.tsx'
import { Reader, useSay } from './reader.tsx'

/** Addresses of the style sheet and of the script, with the digest of what they hold. No script: null. */
export interface AssetLinks {
  readonly css: string
  readonly script: string | null
  readonly fonts: readonly string[]
}

/** The whole page: head, navigation, top bar, the page's own head and body, foot. Complete without script. */
export const Shell = ({ view, asked, assets }: { view: View; asked: Asked; assets: AssetLinks }) => (
  <Reader language={asked.language}>
    <html lang={asked.language} data-theme={asked.theme ?? undefined}>
      <Head title={view.title ?? view.heading} assets={assets} />
      <body className="app">
        <a className="skip" href="#noi-dung">
          {asked.say('shell.skip')}
        </a>
        <Side asked={asked} />
        <a className="scrim" href="#noi-dung" tabIndex={-1}>
          <span className="vh">{asked.say('shell.close-menu')}</span>
        </a>
        <div className="col">
          <Top asked={asked} sample={view.sample === true} />
          <main id="noi-dung" tabIndex={-1} className={view.layout}>
            <PageHead view={view} locality={asked.locality} />
            {view.body}
          </main>
          <Foot asked={asked} json={view.data !== undefined} />
        </div>
      </body>
    </html>
  </Reader>
)

const Head = ({ title, assets }: { title: string; assets: AssetLinks }) => (
  <head>
    <meta charSet="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{`${upright(title)} – Liên Vùng`}</title>
    <meta name="color-scheme" content="light dark" />
    {assets.fonts.map((href) => (
      <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
    ))}
    <link rel="stylesheet" href={assets.css} />
    <link rel="icon" href="/assets/logo.svg" type="image/svg+xml" />
    {assets.script === null ? null : <script type="module" src={assets.script} />}
  </head>
)

/** A stranger is shown what is open to everyone; work is behind the entrance. */
function groups({ say, context }: Asked): readonly { readonly title: string; readonly items: readonly NavItem[] }[] {
  const all = [
    {
      title: say('nav.work'),
      items: [
        { href: addresses.work, icon: 'calendar-clock', label: say('nav.work-mine') },
        { href: addresses.board, icon: 'clipboard-check', label: say('nav.board') },
        ...(takesIn(context.who) ? [{ href: addresses.intake, icon: 'file-input' as const, label: say('nav.intake') }] : []),
        { href: addresses.tasks, icon: 'list-checks', label: say('nav.tasks') },
        { href: addresses.documents, icon: 'file-text', label: say('nav.documents') },
        ...(denied(context.who, successionList.access) === null
          ? [{ href: addresses.successions, icon: 'split' as const, label: say('nav.successions') }]
          : []),
        { href: addresses.history, icon: 'clipboard-list', label: say('nav.history') },
      ],
    },
    { title: say('visibility.public'), items: [{ href: addresses.progress, icon: 'globe', label: say('nav.progress') }] },
    {
      title: say('nav.data'),
      items: [
        { href: addresses.datasets, icon: 'database', label: say('nav.datasets') },
        { href: addresses.map, icon: 'map-pin', label: say('nav.map') },
        ...(denied(context.who, KEEPS) === null
          ? [
              { href: addresses.imports, icon: 'file-up' as const, label: say('nav.imports') },
              { href: addresses.figureReports, icon: 'flag' as const, label: say('nav.figure-reports') },
            ]
          : []),
      ],
    },
    {
      title: say('nav.registers'),
      items: [
        { href: addresses.places, icon: 'map', label: say('nav.places') },
        { href: addresses.organisations, icon: 'landmark', label: say('nav.organisations') },
        { href: addresses.calendar, icon: 'calendar-days', label: say('nav.calendar') },
      ],
    },
    { title: say('nav.about'), items: [{ href: addresses.help, icon: 'book-open', label: say('nav.help') }] },
  ] as const
  return context.who.kind === 'nobody' ? all.slice(1) : all
}

function Side({ asked }: { asked: Asked }) {
  const say = useSay()
  const within = (href: string): boolean => asked.path === href || (href !== addresses.work && asked.path.startsWith(`${href}/`))
  return (
    <nav className="side" id="dieu-huong" aria-label={say('nav.label')} tabIndex={-1}>
      <div className="side-hd">
        <a className="brand" href={addresses.home}>
          <Logo />
          <span>
            <b>Liên Vùng</b>
            <small>{asked.locality}</small>
          </span>
        </a>
        <a className="ib menu-close" href="#noi-dung" aria-label={say('shell.close-menu')}>
          <Icon name="x" />
        </a>
      </div>
      {groups(asked).map(({ title, items }, i) => (
        <div className="side-g" key={title}>
          <p className="g" id={`nhom-${i}`}>
            {title}
          </p>
          <ul aria-labelledby={`nhom-${i}`}>
            {items.map(({ href, icon, label }) => (
              <li key={href}>
                <a href={href} aria-current={asked.path === href ? 'page' : within(href) ? 'true' : undefined}>
                  <Icon name={icon} />
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <Me asked={asked} />
    </nav>
  )
}

/** Who is signed in, for which body, and the ways to his account and out. */
function Me({ asked }: { asked: Asked }) {
  const { say, context, language } = asked
  const { who } = context
  if (who.kind === 'nobody')
    return (
      <div className="me">
        <a className="btn" href={addresses.signIn}>
          {say('shell.sign-in')}
        </a>
      </div>
    )
  const name = who.name ?? who.id
  const does = [...new Set(who.duties.map(({ role }) => roleNames[role][language]))].join(', ')
  const keeps = who.duties.some(({ role }) => role === 'administrator' || role === 'auditor')
  return (
    <div className="me">
      <span className="ava" aria-hidden="true">
        {initials(name)}
      </span>
      <div>
        <b>{name}</b>
        <small>{who.kind === 'person' ? does || say('shell.no-duty') : say('shell.no-accounts')}</small>
        {who.kind === 'person' ? (
          <form className="me-acts" method="post" action={addresses.signOut}>
            <a href={addresses.account}>{say('shell.account')}</a>
            {keeps ? <a href={addresses.people}>{say('shell.people')}</a> : null}
            <button type="submit">{say('shell.sign-out')}</button>
          </form>
        ) : (
          <p className="me-acts">
            <a href={addresses.people}>{say('shell.people')}</a>
          </p>
        )}
      </div>
    </div>
  )
}

/** «người vận hành» → NH: the first and the last word, as people here shorten a name. */
const initials = (name: string): string => {
  const words = name.split(' ').filter((word) => /^\p{L}/u.test(word))
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase()
}

function Top({ asked, sample }: { asked: Asked; sample: boolean }) {
  const say = useSay()
  const other = asked.language === 'vi' ? 'en' : 'vi'
  const here = withQuery(asked.path, { ...Object.fromEntries(asked.query) })
  return (
    <header className="topwrap">
      {sample ? (
        <div className="sample">
          <span>{say('shell.sample')}</span>
        </div>
      ) : null}
      {asked.demo ? (
        <div className="sample">
          <span>{say('shell.demo')}</span>
        </div>
      ) : null}
      <div className="topbar">
        <a className="ib menu-btn" href="#dieu-huong" aria-label={say('shell.open-menu')}>
          <Icon name="menu" />
        </a>
        <search className="search">
          <form action={addresses.search} method="get">
            <label className="vh" htmlFor="tim">
              {say('shell.search')}
            </label>
            <Icon name="search" />
            <input id="tim" name="tim" type="search" placeholder={say('shell.search.hint')} autoComplete="off" />
            <span className="key" aria-hidden="true">
              /
            </span>
          </form>
        </search>
        <div className="top-act">
          <Bell unread={asked.unread} here={asked.path === addresses.notices} />
          <a
            className="ib"
            href={withQuery(asked.path, { ...Object.fromEntries(asked.query), 'ngon-ngu': other })}
            lang={other}
            hrefLang={other}
          >
            {other === 'en' ? 'English' : 'Tiếng Việt'}
          </a>
          <form className="theme" action={addresses.theme} method="post">
            <input type="hidden" name="tro-lai" value={here} />
            {(['toi', 'sang'] as const).map((theme) => (
              <button
                key={theme}
                className={`ib theme-${theme}`}
                type="submit"
                name="giao-dien"
                value={theme}
                aria-label={say(`shell.theme.${theme}`)}
              >
                <Icon name="sun-moon" />
              </button>
            ))}
          </form>
        </div>
      </div>
    </header>
  )
}

/** How much is unread, in words and as a number; more than 99 is not counted. A stranger and a machine without accounts have none. */
function Bell({ unread, here }: { unread: number | null; here: boolean }) {
  const say = useSay()
  if (unread === null) return null
  const n = unread >= 100 ? '99+' : String(unread)
  const words = unread === 0 ? say('shell.notices') : say('shell.notices.new', { n })
  return (
    <a className="ib bell" href={addresses.notices} aria-label={words} aria-current={here ? 'page' : undefined}>
      <Icon name="bell" />
      {unread === 0 ? null : (
        <span className="bell-n tn" aria-hidden="true">
          {n}
        </span>
      )}
    </a>
  )
}

/** A heading of more letters than these has a line of its own, with what can be done below it. */
const LONG = 90

/** A heading that says what is found does not say where one is: then the page's name stands above; on paper the office's too. */
function PageHead({ view, locality }: { view: View; locality: string }) {
  return (
    <div className={view.heading.length > LONG ? 'pg pg--long' : 'pg'}>
      <div>
        <p className="paper-hd">{locality}</p>
        {view.crumbs === undefined ? null : <Crumbs of={view.crumbs} here={view.title ?? view.heading} />}
        {view.crumbs !== undefined || view.title === undefined ? null : <p className="pg-name">{view.title}</p>}
        <h1>{view.heading}</h1>
        <div className="vach" />
        {view.lede === undefined ? null : <div className="lede">{view.lede}</div>}
      </div>
      {view.actions === undefined ? null : <div className="acts">{view.actions}</div>}
    </div>
  )
}

function Crumbs({ of, here }: { of: readonly Crumb[]; here: ReactNode }) {
  const say = useSay()
  return (
    <nav aria-label={say('shell.crumbs')}>
      <ol className="crumbs">
        {of.map(({ label, href }) => (
          <li key={label}>{href === undefined ? label : <a href={href}>{label}</a>}</li>
        ))}
        <li>
          <span aria-current="page">{here}</span>
        </li>
      </ol>
    </nav>
  )
}

function Foot({ asked, json }: { asked: Asked; json: boolean }) {
  const say = useSay()
  return (
    <footer className="foot">
      <span>
        Liên Vùng {asked.version} · {asked.locality}
      </span>
      <a href={addresses.help}>{say('nav.help')}</a>
      {asked.context.who.kind === 'operator' ? <a href={addresses.sheet}>{say('nav.sheet')}</a> : null}
      {json ? (
        <a href={withQuery(`${asked.path === '/' ? '/trang-chu' : asked.path}.json`, { ...Object.fromEntries(asked.query) })}>
          {say('shell.json')}
        </a>
      ) : null}
    </footer>
  )
}
