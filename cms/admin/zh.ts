/**
 * Words of the shell where its own Chinese is stiff, spaced like English, or speaks of things that this desk does not
 * have. Keys are the shell's.
 */
export const zhWords = {
  general: {
    dashboard: '今日',
    backToDashboard: '回到今日',
    createNew: '新建',
    createNewLabel: '新建{{label}}',
    creatingNewLabel: '新建{{label}}',
    newLabel: '新建{{label}}',
    editLabel: '编辑{{label}}',
    selectLabel: '选择{{label}}',
    searchBy: '搜索{{label}}',
    successfullyCreated: '已新建{{label}}。',
    updatedSuccessfully: '已保存。',
    updatedLabelSuccessfully: '{{label}}已保存。',
    noLabel: '（无）',
    noResults: '还没有{{label}}，或者没有符合过滤条件的。',
    noResultsDescription: '还没有内容，或者没有符合过滤条件的。',
    payloadSettings: '界面设置',
    selectValue: '请选择或输入',
    titleDeleted: '{{label}}“{{title}}”已删除。',
    aboutToDelete: '将要删除{{label}} <1>{{title}}</1>，删除后不能恢复。确定吗？',
    unsavedChanges: '有改动还没有保存：请先保存，或者放弃改动。',
  },
  fields: { addLabel: '添加{{label}}', addNewLabel: '新建{{label}}', newLabel: '新建{{label}}', chooseFromExisting: '从已有的里选', swapUpload: '换一张' },
  error: {
    emailOrPasswordIncorrect: '电子邮件或密码不对：请核对大小写后再试，连续输错五次会锁定十五分钟。',
    // The same as for a wrong password: nobody learns here which accounts exist.
    userLocked: '电子邮件或密码不对：请核对大小写后再试，连续输错五次会锁定十五分钟。',
    followingFieldsInvalid_one: '请补上或改正：',
    followingFieldsInvalid_other: '请补上或改正：',
    correctInvalidFields: '请改正标红的地方再保存。',
    unauthorized: '您的职责不能做这件事，或者登录已经过期：请重新登录，还不行请找管理员。',
    notAllowedToAccessPage: '您的职责不能打开这一页：需要时请找管理员。',
    valueMustBeUnique: '已经有同样的一条，请换一个。',
  },
  validation: { required: '请填写。' },
};
