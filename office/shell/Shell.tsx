// The frame around every page: side menu by rights, and on top unit, search, inbox, person.
import {
  ApartmentOutlined,
  AuditOutlined,
  BarChartOutlined,
  BellOutlined,
  BlockOutlined,
  CalendarOutlined,
  CarryOutOutlined,
  CheckSquareOutlined,
  ClockCircleOutlined,
  CommentOutlined,
  DownOutlined,
  FileTextOutlined,
  FileZipOutlined,
  FormOutlined,
  HighlightOutlined,
  HeatMapOutlined,
  HistoryOutlined,
  HomeOutlined,
  ImportOutlined,
  LinkOutlined,
  MailOutlined,
  MenuOutlined,
  ReadOutlined,
  NotificationOutlined,
  ScanOutlined,
  ScheduleOutlined,
  SearchOutlined,
  SendOutlined,
  SettingOutlined,
  SolutionOutlined,
  SwapOutlined,
  TeamOutlined,
  UnorderedListOutlined,
  InboxOutlined,
  TableOutlined,
} from '@ant-design/icons'
import { Badge, Button, Drawer, Dropdown, Grid, Input, Layout, Menu, type MenuProps } from 'antd'
import { Suspense, useEffect, useState, type ReactNode } from 'react'
import { Link, Outlet, useLocation, useNavigate } from 'react-router'
import { deleteSession, getSession } from '../../src/modules/access/http/contract.ts'
import { call } from '../api/client.ts'
import { paths } from '../paths.ts'
import { Waiting } from '../ui/Waiting.tsx'
import { useUnreadNotices } from './inbox.ts'
import { entryOf, menuFor, type MenuEntry } from './menu.ts'
import { useSession } from './session.tsx'

const icons: Readonly<Record<MenuEntry['icon'], ReactNode>> = {
  home: <HomeOutlined />,
  task: <CarryOutOutlined />,
  done: <CheckSquareOutlined />,
  document: <FileTextOutlined />,
  review: <HighlightOutlined />,
  import: <ImportOutlined />,
  history: <HistoryOutlined />,
  column: <BlockOutlined />,
  catalogue: <UnorderedListOutlined />,
  duty: <ScheduleOutlined />,
  heartbeat: <HeatMapOutlined />,
  site: <SettingOutlined />,
  unit: <ApartmentOutlined />,
  account: <TeamOutlined />,
  audit: <AuditOutlined />,
  report: <CommentOutlined />,
  standIn: <SwapOutlined />,
  channel: <NotificationOutlined />,
  figure: <BarChartOutlined />,
  calendar: <CalendarOutlined />,
  clock: <ClockCircleOutlined />,
  bulletin: <ReadOutlined />,
  delivery: <SendOutlined />,
  archive: <FileZipOutlined />,
  link: <LinkOutlined />,
  explain: <ReadOutlined />,
  internal: <SolutionOutlined />,
  mail: <MailOutlined />,
  survey: <FormOutlined />,
  paper: <ScanOutlined />,
  summary: <TableOutlined />,
  request: <InboxOutlined />,
  table: <TableOutlined />,
}

function SideMenu(props: { readonly onGo: () => void }): ReactNode {
  const { answer } = useSession()
  const { pathname } = useLocation()
  const items: MenuProps['items'] = menuFor(answer.actions).map((group) => ({
    type: 'group',
    key: group.title,
    label: group.title,
    children: group.entries.map((entry) => ({
      key: entry.path,
      icon: icons[entry.icon],
      label: (
        <Link to={entry.path} {...(entry.path === pathname ? { 'aria-current': 'page' } : {})}>
          {entry.title}
        </Link>
      ),
    })),
  }))
  return (
    <nav aria-label="主菜单">
      <Menu mode="inline" items={items} selectedKeys={[entryOf(pathname)?.path ?? '']} onClick={props.onGo} className="gk-menu" />
    </nav>
  )
}

/** Where the person works, for the head: the first own post, and how many more there are. */
function useWorkplace(): string {
  const { answer } = useSession()
  const own = answer.grants.filter((grant) => grant.onBehalfOf === null)
  const first = own[0]
  if (!first) return ''
  const names = new Set(own.map((grant) => grant.unitName))
  const place = first.sectionName ? `${first.unitName} ${first.sectionName}` : first.unitName
  return names.size > 1 ? `${place} 等${names.size}个单位` : place
}

function Person(): ReactNode {
  const { answer, take } = useSession()
  const navigate = useNavigate()
  const leave = (): void => {
    void call(deleteSession, {})
      .catch(() => undefined)
      .then(() => call(getSession, {}))
      .then((session) => {
        take(session)
        void navigate(paths.home)
      })
  }
  const roles = answer.grants.map((grant) => `${grant.unitName} · ${grant.roleTitle}${grant.onBehalfOf ? `（代${grant.onBehalfOf.name}）` : ''}`)
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: [
          { type: 'group', key: 'roles', label: roles.length > 0 ? roles.map((role) => <div key={role}>{role}</div>) : '还没有分配角色' },
          { type: 'divider' },
          { key: 'me', label: '我的账号', onClick: () => void navigate(paths.me) },
          { key: 'leave', label: '退出登录', onClick: leave },
        ],
      }}
    >
      <Button type="text" className="gk-person" aria-label={`${answer.person?.name ?? ''}，打开个人菜单`}>
        <span className="gk-avatar" aria-hidden="true">
          {answer.person?.name.slice(0, 1)}
        </span>
        <span className="gk-person-name">{answer.person?.name}</span>
        <DownOutlined />
      </Button>
    </Dropdown>
  )
}

function Search(): ReactNode {
  const navigate = useNavigate()
  const [words, setWords] = useState('')
  return (
    <form
      role="search"
      className="gk-head-search"
      onSubmit={(event) => {
        event.preventDefault()
        void navigate(`${paths.editions}?view=all&q=${encodeURIComponent(words.trim())}`)
      }}
    >
      <Input
        prefix={<SearchOutlined />}
        placeholder="搜索标题、文号、索引号"
        aria-label="搜索信息"
        value={words}
        allowClear
        onChange={(event) => setWords(event.target.value)}
      />
    </form>
  )
}

export function Shell(): ReactNode {
  const wide = Grid.useBreakpoint().lg ?? true
  const { pathname } = useLocation()
  const [open, setOpen] = useState(false)
  const { may } = useSession()
  const unread = useUnreadNotices()
  const workplace = useWorkplace()
  useEffect(() => {
    setOpen(false)
    window.scrollTo(0, 0)
  }, [pathname])
  return (
    <Layout className="gk-shell">
      <a className="gk-skip" href="#content">
        跳到主要内容
      </a>
      <Layout.Header className="gk-head">
        {!wide && <Button type="text" icon={<MenuOutlined />} aria-label="打开菜单" onClick={() => setOpen(true)} />}
        <Link to={paths.home} className="gk-brand">
          <img src="/icon.svg" alt="" width={28} height={28} />
          <span>政务公开工作平台</span>
        </Link>
        {wide && workplace !== '' && <span className="gk-workplace">{workplace}</span>}
        <span className="gk-head-gap" />
        {wide && may('edition.read') && <Search />}
        <Link to={paths.notices} className="gk-bell" aria-label={unread > 0 ? `消息，${unread} 条未读` : '消息'}>
          <Badge count={unread} size="small" color="#b3261e" offset={[6, 0]}>
            <BellOutlined />
          </Badge>
        </Link>
        <Person />
      </Layout.Header>
      <Layout>
        {wide ? (
          <Layout.Sider width={208} className="gk-sider" theme="light">
            <SideMenu onGo={() => {}} />
          </Layout.Sider>
        ) : (
          <Drawer open={open} onClose={() => setOpen(false)} placement="left" size={260} title="菜单" styles={{ body: { padding: '8px 0' } }}>
            {workplace !== '' && <p className="gk-drawer-place">{workplace}</p>}
            <SideMenu onGo={() => setOpen(false)} />
          </Drawer>
        )}
        <Layout.Content className="gk-content" id="content" tabIndex={-1} role="main">
          <Suspense fallback={<Waiting />}>
            <Outlet />
          </Suspense>
        </Layout.Content>
      </Layout>
    </Layout>
  )
}
