// Who holds which post in a unit.
import { Button, Form, Table, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { postPost, putPost, putPostEnd } from '../../../src/modules/organization/http/contract.ts'
import { useSend } from '../../api/hooks.ts'
import { PostFields, type PostValues } from '../../forms/organization/PostFields.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { PersonSelect } from '../../ui/PersonSelect.tsx'
import type { Unit } from './unit.ts'

type Post = Unit['posts'][number]

export function EndPostDialog(props: { readonly post: Post | null; readonly onClose: () => void }): ReactNode {
  const end = useSend(putPostEnd)
  const { post } = props
  return (
    <FormDialog<{ lastDay: string }>
      open={post !== null}
      title={post ? `免职：${post.personName} ${post.title}` : ''}
      okText="免职"
      danger
      initial={{}}
      note="任职记录保留，可以在“查看某一天的机构”里看到。账号的角色要另外收回。"
      onSubmit={(values) => end.mutateAsync({ params: { postId: post?.id ?? '' }, body: values })}
      onClose={props.onClose}
    >
      <Form.Item name="lastDay" label="任职的最后一天" rules={[{ required: true, message: '请选择日期' }]}>
        <DayField />
      </Form.Item>
    </FormDialog>
  )
}

export function ChangePostDialog(props: { readonly post: Post | null; readonly onClose: () => void }): ReactNode {
  const change = useSend(putPost)
  const { post } = props
  return (
    <FormDialog<PostValues>
      open={post !== null}
      title={post ? `变更职务：${post.personName}` : ''}
      okText="保存"
      initial={post ?? {}}
      onSubmit={(values) =>
        change.mutateAsync({
          params: { postId: post?.id ?? '' },
          body: { title: values.title, isLeader: values.isLeader ?? false, rank: values.rank ?? 0, duties: values.duties ?? '', validFrom: values.validFrom },
        })
      }
      onClose={props.onClose}
    >
      <PostFields fixedPlace />
    </FormDialog>
  )
}

export function Posts(props: { readonly unit: Unit; readonly changeable: boolean }): ReactNode {
  const { unit, changeable } = props
  const [ending, setEnding] = useState<Post | null>(null)
  const [changing, setChanging] = useState<Post | null>(null)
  const [giving, setGiving] = useState(false)
  const give = useSend(postPost)
  return (
    <>
      {changeable && (
        <div className="gk-tab-tools">
          <Button onClick={() => setGiving(true)}>任职</Button>
        </div>
      )}
      <Table<Post>
        size="small"
        rowKey="id"
        pagination={unit.posts.length > 20 ? { pageSize: 20 } : false}
        scroll={{ x: 620 }}
        dataSource={unit.posts}
        locale={{ emptyText: <EmptyNote what="还没有登记人员。" how="点“任职”，把已登记的人放到这个机构；没有登记过的人先到“人员”里登记。" /> }}
        columns={[
          { title: '姓名', width: 90, render: (_, post) => post.personName },
          {
            title: '职务',
            width: 220,
            render: (_, post) => (
              <>
                {post.title} {post.isLeader && <Tag color="blue">负责人</Tag>}
                {post.sectionName && <span className="gk-cell-sub">{post.sectionName}</span>}
              </>
            ),
          },
          { title: '分工', render: (_, post) => post.duties || '—' },
          { title: '任职', width: 120, render: (_, post) => <span className="gk-figure">{post.validFrom}</span> },
          ...(changeable
            ? [
                {
                  title: '操作',
                  width: 130,
                  render: (_: unknown, post: Post) => (
                    <>
                      <Button size="small" type="link" onClick={() => setChanging(post)}>
                        变更
                      </Button>
                      <Button size="small" type="link" danger onClick={() => setEnding(post)}>
                        免职
                      </Button>
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      <EndPostDialog post={ending} onClose={() => setEnding(null)} />
      <ChangePostDialog post={changing} onClose={() => setChanging(null)} />
      <FormDialog<PostValues & { personId: string }>
        open={giving}
        title={`在“${unit.name}”任职`}
        okText="任职"
        initial={{ unitId: unit.id, rank: 0 }}
        onSubmit={({ personId, ...values }) => give.mutateAsync({ params: { personId }, body: { ...values, sectionId: values.sectionId ?? null } })}
        onClose={() => setGiving(false)}
      >
        <Form.Item name="personId" label="人员" rules={[{ required: true, message: '请选择人员' }]}>
          <PersonSelect />
        </Form.Item>
        <PostFields />
      </FormDialog>
    </>
  )
}
