// VPC peering as code on Alibaba Cloud, Tencent Cloud and Huawei Cloud: a Pulumi component that never loses a connection.
package vpcpeering
