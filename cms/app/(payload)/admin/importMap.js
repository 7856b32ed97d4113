import { SavedField as SavedField_3b46fb0a0ff8afb5e6bae1ba6dc8a506 } from '../../../admin/saved/SavedField.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { PasteFeatureClient as PasteFeatureClient_f16e967bfc9d81f6c3ae5be09fb78cf3 } from '../../../admin/story/paste/PasteFeatureClient.tsx'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BeijingTimeCell as BeijingTimeCell_f0cd351606a5e9f1bfa034bfc9f3b94e } from '../../../admin/time/BeijingTimeCell.tsx'
import { BeijingTimeField as BeijingTimeField_b04ffe865b202771fa3c02a5919186a7 } from '../../../admin/time/BeijingTimeField.tsx'
import { ReviewField as ReviewField_6a1a3e908b1ff6836b873871c658fed8 } from '../../../admin/story/ReviewField.tsx'
import { DeskField as DeskField_117f708566b8dac5cf11613c43f83f23 } from '../../../admin/story/desk/DeskField.tsx'
import { StageCell as StageCell_7086caee279e6214c4ed32df5425a400 } from '../../../admin/story/StageCell.tsx'
import { WaitingPanel as WaitingPanel_a4727e75f42f2163a82206db1a46ca43 } from '../../../admin/texts/WaitingPanel.tsx'
import { PersonalField as PersonalField_cea111933d4fd30d3a49cf1dd9b58cd3 } from '../../../admin/personal/PersonalField.tsx'
import { FrontPreview as FrontPreview_9052bd206c02a1b6fd1f19f88d4c7507 } from '../../../admin/front/FrontPreview.tsx'
import { ProgrammeField as ProgrammeField_b3a140ac109cbad4e074fc25eb8d8003 } from '../../../admin/campaign/ProgrammeField.tsx'
import { MoveHistory as MoveHistory_bee32337f1a7d44c1fd648c01f91a69f } from '../../../admin/views/move/MoveHistory.tsx'
import { LexiconFiles as LexiconFiles_1bae0a3bdf74e551fbf25ad939afc26f } from '../../../admin/checking/LexiconFiles.tsx'
import { LexiconEntries as LexiconEntries_d6d52be9008e32b945b1fbd69b1644ea } from '../../../admin/checking/LexiconEntries.tsx'
import { LexiconImport as LexiconImport_a63b5b595cb6dcf78dec0530adb77497 } from '../../../admin/checking/LexiconImport.tsx'
import { RunFindings as RunFindings_8609bebf30b8fcf9963ceac30b4c37c6 } from '../../../admin/checking/RunFindings.tsx'
import { LookAgain as LookAgain_c314d81398b57e2e1a90dab7283b92af } from '../../../admin/checking/LookAgain.tsx'
import { AskAgain as AskAgain_72ba963c399d12dadb87af8e49ab04a6 } from '../../../admin/account/AskAgain.tsx'
import { Icon as Icon_c265cb6a6c167903283b1e44bbdbf0d2 } from '../../../admin/parts/Icon.tsx'
import { Logo as Logo_1981520f9d85710b5e214dc633bb1d0f } from '../../../admin/parts/Logo.tsx'
import { OnDuty as OnDuty_235609e4461a852039e9c923e53a5c4e } from '../../../admin/parts/OnDuty.tsx'
import { WorkNav as WorkNav_dba371ac087e551df05ac491f2259b49 } from '../../../admin/parts/WorkNav.tsx'
import { LoginView as LoginView_3447dabde6aca47ac6d2b532863be6b2 } from '../../../admin/account/LoginView.tsx'
import { ForgotView as ForgotView_f2a94553f48e1e120bcacec27044bf7d } from '../../../admin/account/ForgotView.tsx'
import { SecurityView as SecurityView_93b4360af0f516e21c0379babd7ce900 } from '../../../admin/account/SecurityView.tsx'
import { TodayView as TodayView_9b3c2132eff5dd44ef7068f33d57afe1 } from '../../../admin/views/TodayView.tsx'
import { CalendarView as CalendarView_cdf316f65ab7a4f40a18e5d23ebe0a8e } from '../../../admin/views/CalendarView.tsx'
import { FilesView as FilesView_1bfb154d869e98c120b86f76654c075e } from '../../../admin/views/FilesView.tsx'
import { PushView as PushView_dae67b92b2f317df5472a2f0049cd742 } from '../../../admin/push/PushView.tsx'
import { LedgerView as LedgerView_9be9e064c303cf9951c3af07488f0a63 } from '../../../admin/views/LedgerView.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/admin/saved/SavedField.tsx#SavedField": SavedField_3b46fb0a0ff8afb5e6bae1ba6dc8a506,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "/admin/story/paste/PasteFeatureClient.tsx#PasteFeatureClient": PasteFeatureClient_f16e967bfc9d81f6c3ae5be09fb78cf3,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#TableFeatureClient": TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/admin/time/BeijingTimeCell.tsx#BeijingTimeCell": BeijingTimeCell_f0cd351606a5e9f1bfa034bfc9f3b94e,
  "/admin/time/BeijingTimeField.tsx#BeijingTimeField": BeijingTimeField_b04ffe865b202771fa3c02a5919186a7,
  "/admin/story/ReviewField.tsx#ReviewField": ReviewField_6a1a3e908b1ff6836b873871c658fed8,
  "/admin/story/desk/DeskField.tsx#DeskField": DeskField_117f708566b8dac5cf11613c43f83f23,
  "/admin/story/StageCell.tsx#StageCell": StageCell_7086caee279e6214c4ed32df5425a400,
  "/admin/texts/WaitingPanel.tsx#WaitingPanel": WaitingPanel_a4727e75f42f2163a82206db1a46ca43,
  "/admin/personal/PersonalField.tsx#PersonalField": PersonalField_cea111933d4fd30d3a49cf1dd9b58cd3,
  "/admin/front/FrontPreview.tsx#FrontPreview": FrontPreview_9052bd206c02a1b6fd1f19f88d4c7507,
  "/admin/campaign/ProgrammeField.tsx#ProgrammeField": ProgrammeField_b3a140ac109cbad4e074fc25eb8d8003,
  "/admin/views/move/MoveHistory.tsx#MoveHistory": MoveHistory_bee32337f1a7d44c1fd648c01f91a69f,
  "/admin/checking/LexiconFiles.tsx#LexiconFiles": LexiconFiles_1bae0a3bdf74e551fbf25ad939afc26f,
  "/admin/checking/LexiconEntries.tsx#LexiconEntries": LexiconEntries_d6d52be9008e32b945b1fbd69b1644ea,
  "/admin/checking/LexiconImport.tsx#LexiconImport": LexiconImport_a63b5b595cb6dcf78dec0530adb77497,
  "/admin/checking/RunFindings.tsx#RunFindings": RunFindings_8609bebf30b8fcf9963ceac30b4c37c6,
  "/admin/checking/LookAgain.tsx#LookAgain": LookAgain_c314d81398b57e2e1a90dab7283b92af,
  "/admin/account/AskAgain.tsx#AskAgain": AskAgain_72ba963c399d12dadb87af8e49ab04a6,
  "/admin/parts/Icon.tsx#Icon": Icon_c265cb6a6c167903283b1e44bbdbf0d2,
  "/admin/parts/Logo.tsx#Logo": Logo_1981520f9d85710b5e214dc633bb1d0f,
  "/admin/parts/OnDuty.tsx#OnDuty": OnDuty_235609e4461a852039e9c923e53a5c4e,
  "/admin/parts/WorkNav.tsx#WorkNav": WorkNav_dba371ac087e551df05ac491f2259b49,
  "/admin/account/LoginView.tsx#LoginView": LoginView_3447dabde6aca47ac6d2b532863be6b2,
  "/admin/account/ForgotView.tsx#ForgotView": ForgotView_f2a94553f48e1e120bcacec27044bf7d,
  "/admin/account/SecurityView.tsx#SecurityView": SecurityView_93b4360af0f516e21c0379babd7ce900,
  "/admin/views/TodayView.tsx#TodayView": TodayView_9b3c2132eff5dd44ef7068f33d57afe1,
  "/admin/views/CalendarView.tsx#CalendarView": CalendarView_cdf316f65ab7a4f40a18e5d23ebe0a8e,
  "/admin/views/FilesView.tsx#FilesView": FilesView_1bfb154d869e98c120b86f76654c075e,
  "/admin/push/PushView.tsx#PushView": PushView_dae67b92b2f317df5472a2f0049cd742,
  "/admin/views/LedgerView.tsx#LedgerView": LedgerView_9be9e064c303cf9951c3af07488f0a63,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
