"""Contains all the data models used in inputs/outputs"""

from .api_key import ApiKey
from .api_key_change import ApiKeyChange
from .api_key_page import ApiKeyPage
from .api_key_scopes_item import ApiKeyScopesItem
from .audit_check import AuditCheck
from .audit_check_broken import AuditCheckBroken
from .availability import Availability
from .box import Box
from .changed_product import ChangedProduct
from .clone_page import ClonePage
from .color_share import ColorShare
from .create_import_format import CreateImportFormat
from .create_import_mode import CreateImportMode
from .credentials_state import CredentialsState
from .credentials_state_kind import CredentialsStateKind
from .dead_letter import DeadLetter
from .dead_letter_filter import DeadLetterFilter
from .dead_letter_kind import DeadLetterKind
from .dead_letter_page import DeadLetterPage
from .dead_letters_retried import DeadLettersRetried
from .erased_audit_values import ErasedAuditValues
from .erasure_page import ErasurePage
from .erasure_report import ErasureReport
from .erasure_report_format import ErasureReportFormat
from .error_kind import ErrorKind
from .export_page import ExportPage
from .facet import Facet
from .facet_name import FacetName
from .facet_value import FacetValue
from .feed import Feed
from .feed_change import FeedChange
from .feed_change_schedule_type_0 import FeedChangeScheduleType0
from .feed_column import FeedColumn
from .feed_credentials import FeedCredentials
from .feed_credentials_kind import FeedCredentialsKind
from .feed_format import FeedFormat
from .feed_kind import FeedKind
from .feed_mode import FeedMode
from .feed_page import FeedPage
from .feed_schedule import FeedSchedule
from .field_fault import FieldFault
from .filter_ import Filter
from .get_docs_file_file import GetDocsFileFile
from .get_open_api_response_200 import GetOpenApiResponse200
from .get_thumbnail_size_px import GetThumbnailSizePx
from .hit import Hit
from .hit_band import HitBand
from .image import Image
from .image_color_check import ImageColorCheck
from .image_counts import ImageCounts
from .image_role import ImageRole
from .image_search import ImageSearch
from .image_source import ImageSource
from .image_state import ImageState
from .import_ import Import
from .import_error import ImportError_
from .import_error_page import ImportErrorPage
from .import_list import ImportList
from .import_preview import ImportPreview
from .import_state import ImportState
from .index_status import IndexStatus
from .index_status_state import IndexStatusState
from .invitation import Invitation
from .invitation_acceptance import InvitationAcceptance
from .invitation_page import InvitationPage
from .invitation_token import InvitationToken
from .joined import Joined
from .list_audit_response_200 import ListAuditResponse200
from .list_audit_response_200_entries_item import ListAuditResponse200EntriesItem
from .list_audit_response_200_entries_item_actor import (
    ListAuditResponse200EntriesItemActor,
)
from .list_audit_response_200_entries_item_actor_kind import (
    ListAuditResponse200EntriesItemActorKind,
)
from .list_audit_response_200_entries_item_after_type_0 import (
    ListAuditResponse200EntriesItemAfterType0,
)
from .list_audit_response_200_entries_item_before_type_0 import (
    ListAuditResponse200EntriesItemBeforeType0,
)
from .list_audit_response_200_entries_item_object import (
    ListAuditResponse200EntriesItemObject,
)
from .list_audit_response_200_entries_item_personal import (
    ListAuditResponse200EntriesItemPersonal,
)
from .liveness import Liveness
from .liveness_status import LivenessStatus
from .login import Login
from .login_refresh import LoginRefresh
from .member import Member
from .member_change import MemberChange
from .member_page import MemberPage
from .membership import Membership
from .missing_file import MissingFile
from .missing_files import MissingFiles
from .money import Money
from .multi_search import MultiSearch
from .named_count import NamedCount
from .new_api_key import NewApiKey
from .new_api_key_answer import NewApiKeyAnswer
from .new_clone import NewClone
from .new_erasure import NewErasure
from .new_feed import NewFeed
from .new_invitation import NewInvitation
from .new_invitation_answer import NewInvitationAnswer
from .new_org import NewOrg
from .new_user import NewUser
from .new_webhook import NewWebhook
from .new_webhook_answer import NewWebhookAnswer
from .org import Org
from .org_change import OrgChange
from .org_list import OrgList
from .org_operation import OrgOperation
from .org_operation_archive import OrgOperationArchive
from .org_operation_copied import OrgOperationCopied
from .org_operation_kind import OrgOperationKind
from .org_operation_progress import OrgOperationProgress
from .org_operation_signed_report import OrgOperationSignedReport
from .org_operation_signed_report_signature import OrgOperationSignedReportSignature
from .org_operation_signed_report_signature_algorithm import (
    OrgOperationSignedReportSignatureAlgorithm,
)
from .org_operation_state import OrgOperationState
from .org_operation_target import OrgOperationTarget
from .org_quota import OrgQuota
from .password_change import PasswordChange
from .password_reset_accepted import PasswordResetAccepted
from .password_reset_accepted_status import PasswordResetAcceptedStatus
from .password_reset_completion import PasswordResetCompletion
from .password_reset_link import PasswordResetLink
from .password_reset_request import PasswordResetRequest
from .problem import Problem
from .product import Product
from .product_counts import ProductCounts
from .product_page import ProductPage
from .product_summary import ProductSummary
from .pull import Pull
from .pull_outcome import PullOutcome
from .pull_page import PullPage
from .pull_state import PullState
from .pull_trigger import PullTrigger
from .pulled_import import PulledImport
from .pulled_products import PulledProducts
from .query_image import QueryImage
from .readiness import Readiness
from .readiness_check import ReadinessCheck
from .readiness_status import ReadinessStatus
from .rebuild_status import RebuildStatus
from .rebuild_status_state import RebuildStatusState
from .refresh import Refresh
from .region import Region
from .resume_import import ResumeImport
from .role import Role
from .row_counts import RowCounts
from .search_answer import SearchAnswer
from .search_answer_count_scope import SearchAnswerCountScope
from .session import Session
from .session_list import SessionList
from .setup import Setup
from .signed_in import SignedIn
from .signed_in_token_type import SignedInTokenType
from .stage import Stage
from .stage_progress import StageProgress
from .stage_progress_stage import StageProgressStage
from .step_ms import StepMs
from .text_counts import TextCounts
from .text_search import TextSearch
from .usage import Usage
from .used import Used
from .user import User
from .variant import Variant
from .variant_attribute import VariantAttribute
from .wanted_file import WantedFile
from .wanted_file_page import WantedFilePage
from .webhook import Webhook
from .webhook_change import WebhookChange
from .webhook_delivery import WebhookDelivery
from .webhook_delivery_page import WebhookDeliveryPage
from .webhook_delivery_state import WebhookDeliveryState
from .webhook_disabled import WebhookDisabled
from .webhook_event_type import WebhookEventType
from .webhook_page import WebhookPage
from .who_am_i import WhoAmI
from .who_am_i_user import WhoAmIUser

__all__ = (
    "ApiKey",
    "ApiKeyChange",
    "ApiKeyPage",
    "ApiKeyScopesItem",
    "AuditCheck",
    "AuditCheckBroken",
    "Availability",
    "Box",
    "ChangedProduct",
    "ClonePage",
    "ColorShare",
    "CreateImportFormat",
    "CreateImportMode",
    "CredentialsState",
    "CredentialsStateKind",
    "DeadLetter",
    "DeadLetterFilter",
    "DeadLetterKind",
    "DeadLetterPage",
    "DeadLettersRetried",
    "ErasedAuditValues",
    "ErasurePage",
    "ErasureReport",
    "ErasureReportFormat",
    "ErrorKind",
    "ExportPage",
    "Facet",
    "FacetName",
    "FacetValue",
    "Feed",
    "FeedChange",
    "FeedChangeScheduleType0",
    "FeedColumn",
    "FeedCredentials",
    "FeedCredentialsKind",
    "FeedFormat",
    "FeedKind",
    "FeedMode",
    "FeedPage",
    "FeedSchedule",
    "FieldFault",
    "Filter",
    "GetDocsFileFile",
    "GetOpenApiResponse200",
    "GetThumbnailSizePx",
    "Hit",
    "HitBand",
    "Image",
    "ImageColorCheck",
    "ImageCounts",
    "ImageRole",
    "ImageSearch",
    "ImageSource",
    "ImageState",
    "Import",
    "ImportError_",
    "ImportErrorPage",
    "ImportList",
    "ImportPreview",
    "ImportState",
    "IndexStatus",
    "IndexStatusState",
    "Invitation",
    "InvitationAcceptance",
    "InvitationPage",
    "InvitationToken",
    "Joined",
    "ListAuditResponse200",
    "ListAuditResponse200EntriesItem",
    "ListAuditResponse200EntriesItemActor",
    "ListAuditResponse200EntriesItemActorKind",
    "ListAuditResponse200EntriesItemAfterType0",
    "ListAuditResponse200EntriesItemBeforeType0",
    "ListAuditResponse200EntriesItemObject",
    "ListAuditResponse200EntriesItemPersonal",
    "Liveness",
    "LivenessStatus",
    "Login",
    "LoginRefresh",
    "Member",
    "MemberChange",
    "MemberPage",
    "Membership",
    "MissingFile",
    "MissingFiles",
    "Money",
    "MultiSearch",
    "NamedCount",
    "NewApiKey",
    "NewApiKeyAnswer",
    "NewClone",
    "NewErasure",
    "NewFeed",
    "NewInvitation",
    "NewInvitationAnswer",
    "NewOrg",
    "NewUser",
    "NewWebhook",
    "NewWebhookAnswer",
    "Org",
    "OrgChange",
    "OrgList",
    "OrgOperation",
    "OrgOperationArchive",
    "OrgOperationCopied",
    "OrgOperationKind",
    "OrgOperationProgress",
    "OrgOperationSignedReport",
    "OrgOperationSignedReportSignature",
    "OrgOperationSignedReportSignatureAlgorithm",
    "OrgOperationState",
    "OrgOperationTarget",
    "OrgQuota",
    "PasswordChange",
    "PasswordResetAccepted",
    "PasswordResetAcceptedStatus",
    "PasswordResetCompletion",
    "PasswordResetLink",
    "PasswordResetRequest",
    "Problem",
    "Product",
    "ProductCounts",
    "ProductPage",
    "ProductSummary",
    "Pull",
    "PulledImport",
    "PulledProducts",
    "PullOutcome",
    "PullPage",
    "PullState",
    "PullTrigger",
    "QueryImage",
    "Readiness",
    "ReadinessCheck",
    "ReadinessStatus",
    "RebuildStatus",
    "RebuildStatusState",
    "Refresh",
    "Region",
    "ResumeImport",
    "Role",
    "RowCounts",
    "SearchAnswer",
    "SearchAnswerCountScope",
    "Session",
    "SessionList",
    "Setup",
    "SignedIn",
    "SignedInTokenType",
    "Stage",
    "StageProgress",
    "StageProgressStage",
    "StepMs",
    "TextCounts",
    "TextSearch",
    "Usage",
    "Used",
    "User",
    "Variant",
    "VariantAttribute",
    "WantedFile",
    "WantedFilePage",
    "Webhook",
    "WebhookChange",
    "WebhookDelivery",
    "WebhookDeliveryPage",
    "WebhookDeliveryState",
    "WebhookDisabled",
    "WebhookEventType",
    "WebhookPage",
    "WhoAmI",
    "WhoAmIUser",
)
