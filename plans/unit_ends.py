"""The signs in which the names of units end."""

UNIT_END = "局委办部厅署院会心司行府校站队处社团企厂场所室镇乡区县街组道村旗州盟联协台庭"
