deepspeed --num_gpus=2 --module acme.with_deepspeed --deepspeed_config ds.json
