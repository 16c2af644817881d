// A first password, shown this once.
import { Alert, Button, Modal, Typography } from 'antd'
import type { ReactNode } from 'react'

export function FirstPassword(props: { readonly name: string; readonly password: string | null; readonly onClose: () => void }): ReactNode {
  return (
    <Modal
      open={props.password !== null}
      title={`初始密码：${props.name}`}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={props.onClose}>
          已经记下，关闭
        </Button>
      }
      width={460}
    >
      <Alert className="gk-note" type="warning" showIcon title="这个密码只显示这一次。请当面交给本人，首次登录时须改成自己的密码。" />
      <Typography.Text className="gk-first-password" copyable={{ tooltips: ['复制', '已复制'] }}>
        {props.password ?? ''}
      </Typography.Text>
    </Modal>
  )
}
